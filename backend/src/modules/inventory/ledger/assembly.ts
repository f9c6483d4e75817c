/** Gift baskets ("giỏ quà"): what they are made of, and whose part of the price is how much. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { shareOut } from "../../../contracts/money"
import { type StockDocument } from "../../../contracts/stock"
import { type BasketShare } from "../../../contracts/stock-books"
import { notFound } from "../../../lib/api-failure"
import { NEVER, type Taken } from "./allocate"
import { draw } from "./draw"
import { insertBasketLot } from "./lot-book"
import { type Books, type Head, rowOf, rowsOut } from "./plan"
import { invalidField, invalidLine } from "./refusals"
import { type EntryDraft } from "./rows"

type Assembly = Extract<StockDocument, { kind: "assembly" }>

/** Before anything is read: a basket is not in itself, an item stands on one line. */
export function assertComponents({
  inventory_item_id,
  quantity,
  components,
}: Assembly): void {
  const seen = new Set([inventory_item_id])
  components.forEach((component, line) => {
    if (seen.has(component.inventory_item_id))
      throw invalidLine(
        line,
        "inventory_item_id",
        component.inventory_item_id === inventory_item_id
          ? "Giỏ quà không thể chứa chính nó."
          : "Mặt hàng này đã có ở một dòng trước.",
        "components",
      )
    seen.add(component.inventory_item_id)
    if (!Number.isSafeInteger(component.quantity * quantity * component.unit_value))
      throw invalidLine(line, "unit_value", "Giá trị quá lớn.", "components")
  })
}

/** The day of the component that expires first; null when none does. */
function bestBeforeOf(drawn: readonly Taken[]): string | null {
  const [first] = drawn.map(({ balance }) => balance.best_before ?? NEVER).sort()
  return first === undefined || first === NEVER ? null : first
}

const lotIds = z.array(z.object({ lot_id: z.string() }))

/** A recall reaches baskets by what is in them, one step deep. */
async function assertNoBaskets(
  transaction: Knex.Transaction,
  drawn: ReadonlyMap<number, readonly Taken[]>,
): Promise<void> {
  const taken = [...drawn].flatMap(([line, each]) =>
    each.map(({ balance }) => ({ line, lotId: balance.lot_id })),
  )
  const baskets = lotIds.parse(
    await transaction("stock_lot_component")
      .distinct("lot_id")
      .whereIn(
        "lot_id",
        taken.map(({ lotId }) => lotId).filter((id) => id !== null),
      ),
  )
  const inner = taken.find(({ lotId }) => baskets.some(({ lot_id }) => lot_id === lotId))
  if (inner)
    throw invalidLine(
      inner.line,
      "inventory_item_id",
      "Giỏ quà không chứa giỏ quà khác.",
      "components",
    )
}

/**
 * Takes the components, one lot for all baskets where one has enough, and puts the baskets on the
 * shelf as a lot of their own. A lot of baskets is assembled once, so that a recall of a component
 * finds exactly the baskets that it is in.
 */
export async function planAssembly(
  transaction: Knex.Transaction,
  head: Head,
  document: Assembly,
  { balances, lots }: Books,
): Promise<EntryDraft[]> {
  const lines = document.components.map((component, line) => ({
    ...component,
    quantity: component.quantity * document.quantity,
    line,
  }))
  const drawn = draw(balances, lots, lines, "sale", { oneLot: true })
  const taken = [...drawn.values()].flat()
  await assertNoBaskets(transaction, drawn)
  const lotId = await insertBasketLot(transaction, {
    inventory_item_id: document.inventory_item_id,
    code: document.lot_code,
    best_before: bestBeforeOf(taken),
  })
  if (!lotId)
    throw invalidField("lot_code", "Mã lô này đã có; mỗi lần đóng giỏ là một lô mới.")
  await transaction("stock_lot_component").insert(
    taken.map(({ balance, quantity }, line) => ({
      lot_id: lotId,
      line,
      inventory_item_id: balance.inventory_item_id,
      component_lot_id: balance.lot_id,
      quantity,
      unit_value: lines.find(
        (each) => each.inventory_item_id === balance.inventory_item_id,
      )?.unit_value,
    })),
  )
  return [
    ...rowsOut(head, "assembly", drawn),
    rowOf(head, {
      inventory_item_id: document.inventory_item_id,
      location_id: document.location_id,
      lot_id: lotId,
      kind: "assembly",
      change: document.quantity,
      line: null,
    }),
  ]
}

const component = z.object({
  inventory_item_id: z.string(),
  lot_id: z.string().nullable(),
  quantity: z.number(),
  unit_value: z.number(),
  producer_id: z.string().nullable(),
  consigned: z.boolean(),
})
export type BasketComponent = z.infer<typeof component>

/** The price of one basket, shared by what the components in it are worth, to the đồng. */
export function sharesOf(
  components: readonly BasketComponent[],
  price: number,
): BasketShare[] {
  const amounts = shareOut(
    price,
    components.map(({ quantity, unit_value }) => quantity * unit_value),
  )
  return components.map(({ consigned, ...rest }, index) => ({
    ...rest,
    owner_id: consigned ? rest.producer_id : null,
    amount: amounts[index] ?? 0,
  }))
}

/**
 * @param price of one basket, VND.
 * @throws ApiFailure 404 not_found when the lot is none of baskets.
 */
export async function basketShares(
  connection: Knex,
  lotId: string,
  price: number,
): Promise<BasketShare[]> {
  const result = await connection.raw(
    `select c.inventory_item_id, c.component_lot_id as lot_id, c.quantity, c.unit_value,
            lot.producer_id, coalesce(lot.ownership = 'consigned', false) as consigned
       from stock_lot_component c left join stock_lot lot on lot.id = c.component_lot_id
      where c.lot_id = ? order by c.line`,
    [lotId],
  )
  const components = z.array(component).parse(result.rows)
  if (components.length === 0) throw notFound("Lô này không phải lô giỏ quà.")
  return sharesOf(components, price)
}
