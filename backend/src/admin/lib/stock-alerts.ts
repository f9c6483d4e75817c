/** The admin's way to the alerts of the stock. Everything throws FetchError with a Vietnamese message. */
import {
  type AlertCounts,
  alertCountsResponse,
  type AlertKind,
  alertListResponse,
  type ClosedAlert,
  closedAlertListResponse,
  type MinimumBody,
  minimumListResponse,
  minimumResponse,
  type MinimumView,
  type StockAlert,
} from "../../contracts/stock-alerts"
import { sdk } from "./sdk"

export type AlertFilter = { locationId?: string; kind?: AlertKind; offset: number }

export type AlertPage<Alert> = { alerts: Alert[]; count: number; next: number | null }

const fetchPage = (filter: AlertFilter, state: "open" | "closed"): Promise<unknown> =>
  sdk.client.fetch("/admin/stock/alerts", {
    query: {
      ...(filter.locationId ? { location_id: filter.locationId } : {}),
      ...(filter.kind ? { kind: filter.kind } : {}),
      state,
      offset: filter.offset,
    },
  })

function pageOf<Alert>(answer: {
  alerts: Alert[]
  count: number
  offset: number
}): AlertPage<Alert> {
  const { alerts, count, offset } = answer
  const after = offset + alerts.length
  return { alerts, count, next: alerts.length > 0 && after < count ? after : null }
}

export const fetchAlerts = async (filter: AlertFilter): Promise<AlertPage<StockAlert>> =>
  pageOf(alertListResponse.parse(await fetchPage(filter, "open")))

export const fetchClosedAlerts = async (
  filter: AlertFilter,
): Promise<AlertPage<ClosedAlert>> =>
  pageOf(closedAlertListResponse.parse(await fetchPage(filter, "closed")))

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
