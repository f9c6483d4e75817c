/** Alerts and minimums of the stock, over the admin API. */
import {
  type AlertCounts,
  alertCountsResponse,
  alertListResponse,
  type ClosedAlert,
  closedAlertListResponse,
  type MinimumBody,
  minimumListResponse,
  minimumResponse,
  type MinimumView,
  type StockAlert,
} from "@ocop/backend/contracts/stock-alerts"
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { expect } from "vitest"
import { z } from "zod"
import { admin, adminRaw } from "./backend"
import { execute } from "./database"

const MINIMUMS = "/admin/stock/minimums"

/** Twice the time in which a movement or a new day is followed. */
export const followed = { timeout: 15_000, interval: 150 }

/** The raw answer; the status is the caller's to judge. */
export const sendMinimum = (body: unknown): Promise<Response> =>
  adminRaw(MINIMUMS, { method: "PUT", body })

export const setMinimum = async (
  item: string,
  location: string,
  figures: Partial<Pick<MinimumBody, "minimum" | "cover_days">>,
): Promise<MinimumView | null> =>
  (
    await admin(MINIMUMS, minimumResponse, {
      method: "PUT",
      body: {
        inventory_item_id: item,
        location_id: location,
        ...{ minimum: null, cover_days: null },
        ...figures,
      },
    })
  ).minimum

export const minimumsOf = (query: string) =>
  admin(`${MINIMUMS}?${query}`, minimumListResponse)

export const alertsOn = (query: string) =>
  admin(`/admin/stock/alerts?${query}`, alertListResponse)

const PAGE = 100

type Page<Alert> = { alerts: Alert[]; count: number }

/** Those about one item, on whichever page: other tests leave alerts at the same point. */
async function about<Alert extends { inventory_item_id: string }>(
  item: string,
  page: (query: string) => Promise<Page<Alert>>,
): Promise<Alert[]> {
  const found: Alert[] = []
  for (let [offset, count] = [0, 1]; offset < count; offset += PAGE) {
    const read = await page(`limit=${PAGE}&offset=${offset}`)
    count = read.count
    found.push(...read.alerts)
  }
  return found.filter((alert) => alert.inventory_item_id === item)
}

export const closedOn = (query: string) =>
  admin(`/admin/stock/alerts?state=closed&${query}`, closedAlertListResponse)

/** The alerts about an item that have recovered, the newest first. */
export const closedAbout = (item: string, location: string): Promise<ClosedAlert[]> =>
  about(item, (page) => closedOn(`location_id=${location}&${page}`))

/** The open alerts about an item. */
export const alertsAbout = (item: string, location: string): Promise<StockAlert[]> =>
  about(item, (page) => alertsOn(`location_id=${location}&${page}`))

/** Resolves once there are exactly so many alerts about the item at the location. */
export async function untilAlerts(
  item: string,
  location: string,
  count: number,
): Promise<StockAlert[]> {
  await expect
    .poll(async () => (await alertsAbout(item, location)).length, followed)
    .toBe(count)
  return alertsAbout(item, location)
}

export const countsAt = async (location: string): Promise<AlertCounts | undefined> =>
  (await admin("/admin/stock/alerts/counts", alertCountsResponse)).points.find(
    ({ location_id }) => location_id === location,
  )

/** A place of stock of the test's own, about which no digest has been sent on any day. */
export async function newPlace(): Promise<{ location: string; name: string }> {
  const name = `Kho thử ${randomUUID()}`
  const { stock_location } = await admin(
    "/admin/stock-locations",
    z.object({ stock_location: z.object({ id: z.string() }) }),
    { method: "POST", body: { name } },
  )
  return { location: stock_location.id, name }
}

/** As if the digests of no day, or of all days to come, had been sent. */
export const digestsSent = (which: "never" | "for-ever" | "today"): Promise<void> => {
  const told = {
    never: "null",
    "for-ever": "date '2999-12-31'",
    today: "stock_today()",
  }
  return execute(`update stock_alert_day set told = ${told[which]}`)
}
