/** What runs short or expires is told: once, until it has recovered. */
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { backend } from "../support/backend"
import { counted, execute } from "../support/database"
import { newItem, point } from "../support/own-goods"
import {
  alertsAbout,
  alertsOn,
  countsAt,
  digestsSent,
  followed,
  minimumsOf,
  newPlace,
  sendMinimum,
  setMinimum,
  untilAlerts,
} from "../support/stock-alerts"
import { dayIn, setStockDay } from "../support/stock-day"
import { post, receive } from "../support/stock-documents"

const sell = (item: string, location: string, quantity: number, occurred_at?: string) =>
  post({
    kind: "sale",
    location_id: location,
    occurred_at,
    lines: [{ inventory_item_id: item, quantity }],
  })

/** A digest would take alerts as told. */
beforeAll(async () => {
  await setStockDay(0)
  await digestsSent("for-ever")
})
afterAll(async () => {
  await setStockDay(0)
  await digestsSent("today")
})

describe("a minimum", () => {
  let location: string
  let item: string
  beforeEach(async () => {
    location = await point(0)
    item = await newItem({ location, stocked: 6 })
  })

  it("alerts once what falls below it, until it has recovered, and then anew", async () => {
    await setMinimum(item, location, { minimum: 5 })
    expect(await alertsAbout(item, location)).toEqual([])

    await sell(item, location, 2)
    const [first] = await untilAlerts(item, location, 1)
    expect(first).toMatchObject({
      kind: "low-stock",
      title: "Hàng thử",
      pieces: 4,
      minimum: 5,
      needed: 5,
      is_new: true,
    })

    await sell(item, location, 1)
    await expect
      .poll(async () => (await alertsAbout(item, location))[0]?.pieces, followed)
      .toBe(3)
    expect((await alertsAbout(item, location)).map(({ id }) => id)).toEqual([first?.id])

    await receive(item, location, 10, { code: "L1", best_before: dayIn(200) })
    await untilAlerts(item, location, 0)

    await sell(item, location, 9)
    const [second] = await untilAlerts(item, location, 1)
    expect(second?.id).not.toBe(first?.id)
  })

  it("counts only what can be sold", async () => {
    await receive(item, location, 10, { code: "L1", best_before: dayIn(1) })
    await setMinimum(item, location, { minimum: 7 })
    expect((await alertsAbout(item, location)).map(({ kind }) => kind)).toEqual([
      "near-expiry",
    ])
    await setStockDay(1)
    const alerts = await untilAlerts(item, location, 2)
    expect(alerts.map(({ kind }) => kind).sort()).toEqual(["low-stock", "near-expiry"])
    await setStockDay(0)
    await untilAlerts(item, location, 1)
  })

  it("alerts at once when it is set, and no more when it is removed", async () => {
    expect(await setMinimum(item, location, { minimum: 7 })).toMatchObject({
      minimum: 7,
      cover_days: null,
      free: 6,
      needed: 7,
      sold: 0,
    })
    expect(await alertsAbout(item, location)).toHaveLength(1)
    expect(await setMinimum(item, location, {})).toBeNull()
    expect(await alertsAbout(item, location)).toEqual([])
    expect(await minimumsOf(`inventory_item_id=${item}`)).toMatchObject({
      minimums: [],
      count: 0,
    })
  })

  it("may be what is sold in some days, of the average of thirty", async () => {
    const place = await newPlace()
    const other = await newItem({ location: place.location, stocked: 105 })
    const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000).toISOString()
    await sell(other, place.location, 60, threeDaysAgo)
    // Those of today are not of a whole day.
    await sell(other, place.location, 35)
    await setMinimum(other, place.location, { cover_days: 7 })
    expect(await alertsAbout(other, place.location)).toEqual([])
    await setStockDay(-1)
    await setStockDay(0)
    const [alert] = await untilAlerts(other, place.location, 1)
    expect(alert).toMatchObject({ pieces: 10, cover_days: 7, minimum: null, needed: 14 })
  })

  it("is kept in step when sales and receipts come in a rush", async () => {
    await setMinimum(item, location, { minimum: 5 })
    for (let round = 0; round < 5; round += 1) {
      await sell(item, location, 3)
      await receive(item, location, 3, { code: `R${round}`, best_before: dayIn(300) })
    }
    await vi.waitUntil(
      async () =>
        (await counted(
          "select count(*) as count from outbox_message where topic = 'stock.changed' and parked_at is null",
        )) === 0,
      followed,
    )
    expect(await alertsAbout(item, location)).toEqual([])
  })
})

describe("a lot that expires", () => {
  it("alerts at 30, 14 and 7 days and when it has expired: one alert, each time as new", async () => {
    const { location } = await newPlace()
    const item = await newItem({ location, stocked: 0 })
    const lot = await receive(item, location, 4, { code: "L9", best_before: dayIn(31) })
    await sleep(1_500)
    expect(await alertsAbout(item, location)).toEqual([])

    const ids = new Set<string | undefined>()
    for (const [days, stage] of [
      [1, 30],
      [17, 14],
      [24, 7],
      [31, 0],
    ] as const) {
      await setStockDay(days)
      await expect
        .poll(async () => (await alertsAbout(item, location))[0], followed)
        .toMatchObject({
          kind: "near-expiry",
          stage,
          lot_id: lot,
          lot_code: "L9",
          best_before: dayIn(31),
          days_left: 31 - days,
          pieces: 4,
          is_new: true,
        })
      for (const { id } of await alertsAbout(item, location)) ids.add(id)
      // As a digest would.
      await execute(
        `update stock_alert set told_on = stock_today() where location_id = '${location}'`,
      )
      expect((await alertsAbout(item, location))[0]?.is_new).toBe(false)
    }
    expect(ids.size).toBe(1)
    expect(await countsAt(location)).toMatchObject({
      ...{ low_stock: 0, near_expiry: 0, expired: 1, new: 0 },
    })

    await post({
      kind: "disposal",
      location_id: location,
      lines: [{ inventory_item_id: item, lot_id: lot, quantity: 4, reason: "expired" }],
    })
    await untilAlerts(item, location, 0)
    await setStockDay(0)
  })
})

describe("a suggestion", () => {
  it("names points with more than they need, and what they could give", async () => {
    const [here, much, kept, seller] = await Promise.all([0, 1, 2, 3].map(point))
    if (!here || !much || !kept || !seller) throw new Error("no points")
    const item = await newItem(
      { location: here, stocked: 1 },
      { location: much, stocked: 40 },
      { location: kept, stocked: 10 },
      { location: seller, stocked: 25 },
    )
    await sell(item, seller, 20, new Date(Date.now() - 2 * 86_400_000).toISOString())
    await setStockDay(-1)
    await setStockDay(0)
    await expect
      .poll(
        () =>
          counted(
            "select count(*) as count from stock_sold where inventory_item_id = $1",
            item,
          ),
        followed,
      )
      .toBe(1)
    await setMinimum(item, kept, { minimum: 8 })
    await setMinimum(item, here, { minimum: 6 })
    const [alert] = await alertsAbout(item, here)
    if (alert?.kind !== "low-stock") throw new Error("no alert")
    expect(
      Object.fromEntries(
        alert.suggestions.map(({ location_id, surplus, pieces }) => [
          location_id,
          { surplus, pieces },
        ]),
      ),
    ).toEqual({
      [much]: { surplus: 40, pieces: 5 },
      [kept]: { surplus: 2, pieces: 2 },
    })
    for (const { distance_km } of alert.suggestions)
      expect(distance_km).toBeGreaterThanOrEqual(0)
  })
})

describe("the lists", () => {
  it("are cut into pages and filtered by kind", async () => {
    const { location } = await newPlace()
    const item = await newItem({ location, stocked: 0 })
    await receive(item, location, 1, { code: "L1", best_before: dayIn(20) })
    await receive(item, location, 1, { code: "L2", best_before: dayIn(3) })
    await setMinimum(item, location, { minimum: 3 })
    await untilAlerts(item, location, 3)

    const at = `location_id=${location}`
    const lots = await alertsOn(`${at}&kind=near-expiry`)
    expect(lots.count).toBe(2)
    expect(
      lots.alerts.map((alert) => alert.kind === "near-expiry" && alert.lot_code),
    ).toEqual(["L2", "L1"])
    const second = await alertsOn(`${at}&limit=1&offset=1`)
    expect(second).toMatchObject({ count: 3, limit: 1, offset: 1 })
    expect(second.alerts).toHaveLength(1)
    expect(await countsAt(location)).toMatchObject({ low_stock: 1, near_expiry: 2 })
  })

  it.each(["/admin/stock/alerts", "/admin/stock/alerts/counts", "/admin/stock/minimums"])(
    "%s is not for those who have not signed in",
    async (path) => expect((await backend(path)).status).toBe(401),
  )

  it.each(["kind=sold-out", "limit=101", "limit=0", "offset=-1", "limit=x"])(
    "refuse ?%s",
    async (query) => {
      await expect(alertsOn(query)).rejects.toThrow("answered 422")
    },
  )
})

describe("setting a minimum", () => {
  const body = async () => {
    const location = await point(0)
    const item = await newItem({ location, stocked: 1 })
    return {
      ...{ inventory_item_id: item, location_id: location },
      ...{ minimum: 3, cover_days: null },
    }
  }
  const refusal = z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.string()).optional(),
  })

  it("is not for those who have not signed in", async () => {
    const answer = await backend("/admin/stock/minimums", {
      method: "PUT",
      body: await body(),
    })
    expect(answer.status).toBe(401)
  })

  it.each([
    [
      { minimum: 0 },
      422,
      "minimum",
      "Mức tối thiểu phải là số nguyên từ 1 đến 1.000.000.",
    ],
    [
      { minimum: 1.5 },
      422,
      "minimum",
      "Mức tối thiểu phải là số nguyên từ 1 đến 1.000.000.",
    ],
    [
      { minimum: "3" },
      422,
      "minimum",
      "Mức tối thiểu phải là số nguyên từ 1 đến 1.000.000.",
    ],
    [
      { cover_days: 366 },
      422,
      "cover_days",
      "Số ngày bán phải là số nguyên từ 1 đến 365.",
    ],
    [{ inventory_item_id: undefined }, 422, "inventory_item_id", "Hãy chọn mặt hàng."],
    [
      { inventory_item_id: "iitem_0" },
      404,
      "inventory_item_id",
      "Không có mặt hàng này.",
    ],
    [{ location_id: "sloc_0" }, 404, "location_id", "Không có điểm bán này."],
    [{ location_id: "sloc_in_transit" }, 404, "location_id", "Không có điểm bán này."],
  ])("refuses %j with %i", async (change, status, field, message) => {
    const answer = await sendMinimum({ ...(await body()), ...change })
    expect(answer.status).toBe(status)
    const { details } = refusal.parse(await answer.json())
    expect(details).toEqual({ [field]: message })
  })

  it("takes no other fields", async () => {
    const answer = await sendMinimum({ ...(await body()), updated_by: "user_x" })
    expect(answer.status).toBe(422)
    expect(refusal.parse(await answer.json()).message).toMatch(/[à-ỹđ]/)
  })
})
