/** A promotion that may be used so many times is used so many times, whatever happens at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { completeAtOnce, ofKind, reasons } from "../support/contest"
import { reportAnswers } from "../support/counts"
import { execute } from "../support/database"
import { newGoods } from "../support/own-goods"
import {
  cartsUsing,
  giveUpPromotion,
  newPromotion,
  ordersUsing,
  usesOf,
  whileLocked,
  type Counter,
} from "../support/promotion"
import { sized } from "../support/sizes"

const LIMIT = sized(3, 10)
const TAKERS = sized(9, 100)
/** As many orders that succeed as orders that fail at their last step. */
const EACH = sized(4, 30)

const SECONDS = 1_000
const timeout = sized(120, 600) * SECONDS

/** An order of a cart with a line of this quantity fails at its very end, after the use was counted. */
const refusesPayments = (quantity: number) => `
  create or replace function refuse_test_payment() returns trigger language plpgsql as $$
  begin
    if exists (
      select from payment_session s
        join cart_payment_collection c on c.payment_collection_id = s.payment_collection_id
        join cart_line_item i on i.cart_id = c.cart_id
       where s.id = new.payment_session_id and i.quantity = ${quantity}) then
      raise 'refused for the test';
    end if;
    return new;
  end $$;
  create or replace trigger refuse_test_payment before insert on payment
    for each row execute function refuse_test_payment();`

/** Whoever has read a count and is about to write it back is held up: time enough for another. */
const hesitates = ["promotion", "promotion_campaign_budget"].map(
  (table) => `
  create or replace function hesitate_test_count() returns trigger language plpgsql as $$
  begin
    perform pg_sleep(0.2);
    return null;
  end $$;
  create or replace trigger hesitate_test_count before update on ${table}
    for each statement execute function hesitate_test_count();`,
)

describe.each<Counter>(["promotion", "campaign"])(
  "a promotion limited at its %s",
  (counter) => {
    it(
      `with ${LIMIT} uses and ${TAKERS} takers at once has exactly ${LIMIT} orders`,
      async () => {
        const { variant } = await newGoods(TAKERS + 1)
        const promotion = await newPromotion(counter, LIMIT)
        const basket = [{ variant, quantity: 1 }]
        const carts = await cartsUsing(
          promotion,
          Array.from({ length: TAKERS }, () => basket),
        )
        const started = performance.now()
        const answers = await completeAtOnce(carts)
        reportAnswers(
          `Khuyến mãi ${LIMIT} lượt, ${TAKERS} người (${counter})`,
          answers,
          performance.now() - started,
        )

        expect(ofKind(answers, "error"), JSON.stringify(reasons(answers))).toEqual([])
        expect(ofKind(answers, "order")).toHaveLength(LIMIT)
        for (const { status, code, message } of ofKind(answers, "refused"))
          expect({ status, code, message }).toEqual({
            status: 409,
            code: "promotion_exhausted",
            message: "Mã khuyến mãi đã hết lượt dùng.",
          })
        expect(await ordersUsing(promotion)).toBe(LIMIT)
        expect(await usesOf(promotion)).toBe(LIMIT)

        // Who came too late may still buy, at the full price.
        const late = carts.find((_, index) => answers[index]?.kind === "refused") ?? ""
        await giveUpPromotion(late, promotion)
        expect(await completeAtOnce([late])).toMatchObject([{ kind: "order" }])
        expect(await ordersUsing(promotion)).toBe(LIMIT)
      },
      timeout,
    )
  },
)

describe.each<Counter>(["promotion", "campaign"])(
  "a use counted at its %s",
  (counter) => {
    /** The quantity of the carts whose payment the database refuses below. */
    const REFUSED = 2

    beforeAll(async () => {
      for (const statement of [refusesPayments(REFUSED), ...hesitates])
        await execute(statement)
    })
    afterAll(async () => {
      for (const name of ["refuse_test_payment", "hesitate_test_count"])
        await execute(`drop function if exists ${name} cascade`)
    })

    it(
      `is given back by orders that fail and kept by those that succeed, ${2 * EACH} at once`,
      async () => {
        const { variant } = await newGoods(EACH * (1 + REFUSED))
        const promotion = await newPromotion(counter, 2 * EACH)
        const carts = await cartsUsing(
          promotion,
          Array.from({ length: 2 * EACH }, (_, index) => [
            { variant, quantity: index % 2 === 0 ? 1 : REFUSED },
          ]),
        )
        const answers = await completeAtOnce(carts)
        const orders = ofKind(answers, "order").length
        const failed = answers.filter(
          ({ code }) => code === "payment_authorization_error",
        ).length
        expect(orders, JSON.stringify(reasons(answers))).toBeGreaterThan(1)
        expect(failed, JSON.stringify(reasons(answers))).toBeGreaterThan(1)
        expect(await ordersUsing(promotion)).toBe(orders)
        expect(await usesOf(promotion)).toBe(orders)
      },
      timeout,
    )
  },
)

describe("a promotion that another keeps locked", () => {
  it("is no fault of the shop: the buyer is asked to come back, and then gets it", async () => {
    const { variant } = await newGoods(1)
    const promotion = await newPromotion("promotion", 1)
    const [cart = ""] = await cartsUsing(promotion, [[{ variant, quantity: 1 }]])
    const [meanwhile] = await whileLocked(promotion, () => completeAtOnce([cart]))
    expect(meanwhile).toMatchObject({ kind: "busy", status: 503, code: "busy" })
    expect(await ordersUsing(promotion)).toBe(0)
    expect(await completeAtOnce([cart])).toMatchObject([{ kind: "order" }])
    expect(await usesOf(promotion)).toBe(1)
  })
})
