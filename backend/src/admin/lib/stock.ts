/** The admin's way to the stock. Everything here throws FetchError with a Vietnamese message. */
import { z } from "zod"
import { type ItemCard, type LotView } from "../../contracts/stock"
import {
  cardResponse,
  type LotHolderView,
  lotHoldersResponse,
  lotListResponse,
  lotResponse,
  recallResponse,
} from "../../contracts/stock-books"
import { sdk } from "./sdk"

const named = z.object({ id: z.string(), name: z.string() })
const pointList = z.object({ stock_locations: z.array(named) })
export type Point = z.infer<typeof named>

const user = z.object({
  id: z.string(),
  email: z.string(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
})
const userList = z.object({ users: z.array(user) })

const MAX_POINTS = 200
const MAX_USERS = 200

const path = (...parts: string[]): string =>
  `/admin/stock/${parts.map(encodeURIComponent).join("/")}`

export async function fetchPoints(): Promise<Point[]> {
  const answer = await sdk.client.fetch("/admin/stock-locations", {
    query: { fields: "id,name", limit: MAX_POINTS },
  })
  return pointList.parse(answer).stock_locations
}

/** Names of the people who sign in here, by id. */
export async function fetchUserNames(): Promise<Map<string, string>> {
  const answer = await sdk.client.fetch("/admin/users", {
    query: { fields: "id,email,first_name,last_name", limit: MAX_USERS },
  })
  return new Map(
    userList
      .parse(answer)
      .users.map(({ id, email, first_name, last_name }) => [
        id,
        [last_name, first_name].filter(Boolean).join(" ") || email,
      ]),
  )
}

/** `before` is the `next` of the page before; empty for the newest rows. */
export type CardFilter = { itemId: string; locationId?: string; before: string }

export async function fetchCard(filter: CardFilter): Promise<ItemCard> {
  const answer = await sdk.client.fetch(path("items", filter.itemId, "card"), {
    query: {
      ...(filter.locationId ? { location_id: filter.locationId } : {}),
      ...(filter.before ? { before: filter.before } : {}),
    },
  })
  return cardResponse.parse(answer).card
}

export async function fetchLots(itemId: string, locationId?: string): Promise<LotView[]> {
  const answer = await sdk.client.fetch(path("lots"), {
    query: {
      inventory_item_id: itemId,
      ...(locationId ? { location_id: locationId } : {}),
    },
  })
  return lotListResponse.parse(answer).lots
}

export async function fetchHolders(lotId: string): Promise<LotHolderView[]> {
  const answer = await sdk.client.fetch(path("lots", lotId, "holders"))
  return lotHoldersResponse.parse(answer).holders
}

export async function recallLot(lotId: string, reason: string): Promise<LotHolderView[]> {
  const answer = await sdk.client.fetch(path("lots", lotId, "recall"), {
    method: "POST",
    body: { reason },
  })
  return recallResponse.parse(answer).holders
}

export async function liftRecall(lotId: string): Promise<void> {
  lotResponse.parse(
    await sdk.client.fetch(path("lots", lotId, "recall"), { method: "DELETE" }),
  )
}

/** @param id made once for a correction, so that it is booked once however often it is sent. */
export async function correctEntry(
  entryId: string,
  correction: { id: string; quantity: number; note?: string },
): Promise<void> {
  await sdk.client.fetch(path("entries", entryId, "corrections"), {
    method: "POST",
    body: correction,
  })
}
