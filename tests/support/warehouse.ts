/** Transfers and stocktakes over the admin API. */
import { stockDocumentResponse, type StockEntry } from "@ocop/backend/contracts/stock"
import {
  transferListResponse,
  transferResponse,
  type TransferView,
} from "@ocop/backend/contracts/stock-transfer"
import {
  stocktakeResponse,
  stocktakeVariancesResponse,
  type StocktakeVariances,
} from "@ocop/backend/contracts/stocktake"
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { z } from "zod"
import { adminRaw } from "./backend"
import { counted } from "./database"

const TRANSFERS = "/admin/stock/transfers"
const STOCKTAKES = "/admin/stock/stocktakes"

type Body = Readonly<Record<string, unknown>>

/** The raw answer to a command; `device` is the device that sends it. */
export const command = (path: string, body: Body, device?: string): Promise<Response> =>
  adminRaw(`/admin/stock/${path}`, {
    method: "POST",
    body,
    headers: device ? { "x-device-id": device } : {},
  })

type Document = z.output<typeof stockDocumentResponse>["document"]

/** Carries a command out under a new id and gives the rows that it wrote. */
async function carriedOut(
  path: string,
  body: Body,
  device?: string,
): Promise<StockEntry[]> {
  const response = await command(path, { id: randomUUID(), ...body }, device)
  const text = await response.text()
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${text}`)
  return stockDocumentResponse.parse(JSON.parse(text)).document.entries
}

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})

/** Status, code and message of a refused command. */
export async function refused(
  response: Promise<Response>,
): Promise<z.output<typeof refusal> & { status: number }> {
  const answered = await response
  return { status: answered.status, ...refusal.parse(await answered.json()) }
}

export type Line = { inventory_item_id: string; quantity: number; lot_id?: string | null }

/** A new draft; gives its id. */
export async function draft(from: string, to: string, lines: Line[]): Promise<string> {
  const id = randomUUID()
  await carriedOut("transfers", {
    id,
    from_location_id: from,
    to_location_id: to,
    lines,
  })
  return id
}

export const step = (
  transfer: string,
  name: "send" | "receive" | "close" | "cancel",
  body: Body = {},
): Promise<StockEntry[]> => carriedOut(`transfers/${transfer}/${name}`, body)

export async function transferOf(id: string): Promise<TransferView> {
  const response = await adminRaw(`${TRANSFERS}/${id}`)
  return transferResponse.parse(await response.json()).transfer
}

/** So many of all transfers, the newest first. */
export async function transfersListed(count: number): Promise<TransferView[]> {
  if (count === 0) return []
  const response = await adminRaw(`${TRANSFERS}?limit=${count}`)
  return transferListResponse.parse(await response.json()).transfers
}

/** A new stocktake; gives its id. */
export async function begin(location: string, body: Body = {}): Promise<string> {
  const id = randomUUID()
  await carriedOut("stocktakes", { id, location_id: location, ...body })
  return id
}

export type Count = {
  item: string
  lot?: string | null
  mode?: "add" | "set"
  quantity?: number
}

export const countsBody = (counts: readonly Count[], at?: Date): Body => ({
  ...(at && { counted_at: at.toISOString() }),
  lines: counts.map(({ item, lot = null, mode = "add", quantity = 1 }) => ({
    inventory_item_id: item,
    lot_id: lot,
    mode,
    quantity,
  })),
})

export const count = (
  stocktake: string,
  counts: readonly Count[],
  { device, at }: { device?: string; at?: Date } = {},
): Promise<StockEntry[]> =>
  carriedOut(`stocktakes/${stocktake}/counts`, countsBody(counts, at), device)

export const approve = (stocktake: string): Promise<StockEntry[]> =>
  carriedOut(`stocktakes/${stocktake}/approve`, {})

export const cancelStocktake = (stocktake: string): Promise<StockEntry[]> =>
  carriedOut(`stocktakes/${stocktake}/cancel`, {})

export async function variancesOf(stocktake: string): Promise<StocktakeVariances> {
  const response = await adminRaw(`${STOCKTAKES}/${stocktake}/variances`)
  return stocktakeVariancesResponse.parse(await response.json())
}

export async function stocktakeOf(
  id: string,
): Promise<z.output<typeof stocktakeResponse>["stocktake"]> {
  const response = await adminRaw(`${STOCKTAKES}/${id}`)
  return stocktakeResponse.parse(await response.json()).stocktake
}

/** The document of an accepted command. */
export const documentIn = async (response: Response): Promise<Document> =>
  stockDocumentResponse.parse(await response.json()).document

/** Where goods are on the road: see the backend's ledger/in-transit.ts. */
export const ROAD = "sloc_in_transit"

export const onHand = (item: string, location: string): Promise<number> =>
  counted(
    `select coalesce(sum(on_hand), 0) as count from stock_balance
      where inventory_item_id = $1 and location_id = $2`,
    item,
    location,
  )

/** Pieces of an item at both ends of a transfer and between them. */
export const placesOf = async (
  item: string,
  from: string,
  to: string,
): Promise<{ from: number; road: number; to: number }> => ({
  from: await onHand(item, from),
  road: await onHand(item, ROAD),
  to: await onHand(item, to),
})
