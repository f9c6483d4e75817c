/** Alerts that have recovered: when, and what ended them. */
import { type ClosedAlert } from "@ocop/backend/contracts/stock-alerts"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adminRaw } from "../support/backend"
import { newItem, point } from "../support/own-goods"
import {
  closedAbout,
  closedOn,
  digestsSent,
  followed,
  newPlace,
  setMinimum,
  untilAlerts,
} from "../support/stock-alerts"
import { dayIn, setStockDay } from "../support/stock-day"
import { liftRecall, post, recall, receive } from "../support/stock-documents"

beforeAll(async () => {
  await setStockDay(0)
  await digestsSent("for-ever")
})
afterAll(() => digestsSent("today"))

const sell = (item: string, location_id: string, quantity: number) =>
  post({ kind: "sale", location_id, lines: [{ inventory_item_id: item, quantity }] })

/** The alerts about an item that have recovered, once there are so many, the newest first. */
async function untilClosed(
  item: string,
  location: string,
  count: number,
): Promise<ClosedAlert[]> {
  await expect
    .poll(async () => (await closedAbout(item, location)).length, followed)
    .toBe(count)
  return closedAbout(item, location)
}

describe("an alert that has recovered", () => {
  it("is kept with when it began and ended, and the kind of row that ended it", async () => {
    const location = await point(0)
    const item = await newItem({ location, stocked: 3 })
    const began = Date.now()
    await setMinimum(item, location, { minimum: 5 })
    const [open] = await untilAlerts(item, location, 1)
    expect(await closedAbout(item, location)).toEqual([])
    await receive(item, location, 9, { code: "L1", best_before: dayIn(200) })
    await untilAlerts(item, location, 0)
    const [closed] = await untilClosed(item, location, 1)
    expect(closed).toMatchObject({
      ...{ id: open?.id, kind: "low-stock", opened_at: open?.changed_at },
      ...{ closed_by_kind: "receipt", stage: null, lot_id: null, title: "Hàng thử" },
    })
    const ended = Date.parse(closed?.closed_at ?? "")
    expect(ended).toBeGreaterThan(began)
    expect(ended).toBeGreaterThan(Date.parse(closed?.opened_at ?? ""))

    // Opened anew it is another one, whose end says something else.
    await sell(item, location, 8)
    await untilAlerts(item, location, 1)
    await setMinimum(item, location, { minimum: 2 })
    const both = await untilClosed(item, location, 2)
    expect(both.map(({ closed_by_kind }) => closed_by_kind)).toEqual([
      "minimum",
      "receipt",
    ])
    expect(both[0]?.id).not.toBe(both[1]?.id)
  })

  it("of a lot says what took the last piece away", async () => {
    const location = await point(1)
    const item = await newItem({ location, stocked: 0 })
    const lot_id = await receive(item, location, 4, { code: "L2", best_before: dayIn(5) })
    await untilAlerts(item, location, 1)
    await post({
      ...{ kind: "disposal", location_id: location },
      lines: [{ inventory_item_id: item, quantity: 4, lot_id, reason: "expired" }],
    })
    expect(await untilClosed(item, location, 1)).toEqual([
      expect.objectContaining({
        ...{ kind: "near-expiry", stage: 7, closed_by_kind: "disposal" },
        ...{ lot_id, lot_code: "L2", best_before: dayIn(5) },
      }),
    ])
  })

  it("may have been ended by no row of the ledger", async () => {
    const location = await point(0)
    const item = await newItem({ location, stocked: 0 })
    await setMinimum(item, location, { minimum: 2 })
    const lot = await receive(item, location, 6, { code: "L3" })
    await untilAlerts(item, location, 0)
    await recall(lot, "Thử")
    await untilAlerts(item, location, 1)
    await liftRecall(lot)
    await untilAlerts(item, location, 0)
    const closed = await untilClosed(item, location, 2)
    expect(closed.map(({ closed_by_kind }) => closed_by_kind)).toEqual([
      "other",
      "receipt",
    ])
  })
})

describe("the list", () => {
  it("is paged, the newest first, of one point and kind; wrong states are refused", async () => {
    const { location } = await newPlace()
    const items = [
      await newItem({ location, stocked: 0 }),
      await newItem({ location, stocked: 0 }),
      await newItem({ location, stocked: 0 }),
    ]
    for (const item of items) {
      await setMinimum(item, location, { minimum: 1 })
      await setMinimum(item, location, {})
    }
    const page = async (query: string) => {
      const { alerts, count } = await closedOn(`location_id=${location}&${query}`)
      return { count, items: alerts.map(({ inventory_item_id }) => inventory_item_id) }
    }
    const [oldest, middle, newest] = items
    expect(await page("limit=2")).toEqual({ count: 3, items: [newest, middle] })
    expect(await page("limit=2&offset=2")).toEqual({ count: 3, items: [oldest] })
    expect(await page("kind=near-expiry")).toEqual({ count: 0, items: [] })
    expect((await adminRaw("/admin/stock/alerts?state=all")).status).toBe(422)
  })
})
