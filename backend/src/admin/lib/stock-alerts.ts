/** The admin's way to the alerts of the stock. Everything throws FetchError with a Vietnamese message. */
import {
  type AlertCounts,
  alertCountsResponse,
  type AlertKind,
  alertListResponse,
  type MinimumBody,
  minimumListResponse,
  minimumResponse,
  type MinimumView,
  type StockAlert,
} from "../../contracts/stock-alerts"
import { sdk } from "./sdk"

export type AlertFilter = { locationId?: string; kind?: AlertKind; offset: number }

export type AlertPage = { alerts: StockAlert[]; count: number; next: number | null }

export async function fetchAlerts(filter: AlertFilter): Promise<AlertPage> {
  const answer = await sdk.client.fetch("/admin/stock/alerts", {
    query: {
      ...(filter.locationId ? { location_id: filter.locationId } : {}),
      ...(filter.kind ? { kind: filter.kind } : {}),
      offset: filter.offset,
    },
  })
  const { alerts, count, offset } = alertListResponse.parse(answer)
  const after = offset + alerts.length
  return { alerts, count, next: alerts.length > 0 && after < count ? after : null }
}

export async function fetchAlertCounts(): Promise<AlertCounts[]> {
  const answer = await sdk.client.fetch("/admin/stock/alerts/counts")
  return alertCountsResponse.parse(answer).points
}

/** Null where the item has no minimum at the point. */
export async function fetchMinimum(
  itemId: string,
  locationId: string,
): Promise<MinimumView | null> {
  const answer = await sdk.client.fetch("/admin/stock/minimums", {
    query: { inventory_item_id: itemId, location_id: locationId },
  })
  return minimumListResponse.parse(answer).minimums[0] ?? null
}

export async function putMinimum(body: MinimumBody): Promise<void> {
  minimumResponse.parse(
    await sdk.client.fetch("/admin/stock/minimums", { method: "PUT", body }),
  )
}
