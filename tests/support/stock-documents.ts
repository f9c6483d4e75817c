/** Documents, lots and cards of the stock, over the admin API. */
import {
  stockDocumentResponse,
  type ItemCard,
  type LotView,
  type newLot,
  type stockDocument,
  type StockEntry,
} from "@ocop/backend/contracts/stock"
import {
  cardResponse,
  lotHoldersResponse,
  lotListResponse,
  lotResponse,
  recallResponse,
  sharesResponse,
  type BasketShare,
  type LotHolderView,
} from "@ocop/backend/contracts/stock-books"
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { type z } from "zod"
import { admin, adminRaw } from "./backend"

type WithoutId<Document> = Document extends unknown ? Omit<Document, "id"> : never
/** A document as a client writes it. */
export type Draft = WithoutId<z.input<typeof stockDocument>>
export type Lot = z.input<typeof newLot>

const DOCUMENTS = "/admin/stock/documents"

/** The raw answer; the status is the caller's to judge. */
export const sendDocument = (document: unknown): Promise<Response> =>
  adminRaw(DOCUMENTS, { method: "POST", body: document })

/** Posts a document under a new id and gives the rows that it wrote. */
export async function post(draft: Draft): Promise<StockEntry[]> {
  const body = { ...draft, id: randomUUID() }
  const { document } = await admin(DOCUMENTS, stockDocumentResponse, {
    method: "POST",
    body,
  })
  return document.entries
}

/** Receives pieces of a lot; gives the lot's id. */
export async function receive(
  item: string,
  location: string,
  quantity: number,
  lot: Lot,
): Promise<string> {
  const [entry] = await post({
    kind: "receipt",
    location_id: location,
    lines: [{ inventory_item_id: item, quantity, lot }],
  })
  if (!entry?.lot_id) throw new Error(`the receipt of "${lot.code}" made no lot`)
  return entry.lot_id
}

/** @param query e.g. "?location_id=…"; newest rows first. */
export const cardOf = async (item: string, query = ""): Promise<ItemCard> =>
  (await admin(`/admin/stock/items/${item}/card${query}`, cardResponse)).card

export const lotsOf = async (item: string): Promise<LotView[]> =>
  (await admin(`/admin/stock/lots?inventory_item_id=${item}`, lotListResponse)).lots

export const holdersOf = async (lot: string): Promise<LotHolderView[]> =>
  (await admin(`/admin/stock/lots/${lot}/holders`, lotHoldersResponse)).holders

export const recall = async (lot: string, reason: string): Promise<LotHolderView[]> =>
  (
    await admin(`/admin/stock/lots/${lot}/recall`, recallResponse, {
      method: "POST",
      body: { reason },
    })
  ).holders

export const liftRecall = (lot: string): Promise<unknown> =>
  admin(`/admin/stock/lots/${lot}/recall`, lotResponse, { method: "DELETE" })

export const sharesOf = async (lot: string, price: number): Promise<BasketShare[]> =>
  (await admin(`/admin/stock/lots/${lot}/shares?price=${price}`, sharesResponse)).shares

/** Says what the row should have said. */
export const correct = async (
  entry: string,
  quantity: number,
  note?: string,
): Promise<StockEntry[]> =>
  (
    await admin(`/admin/stock/entries/${entry}/corrections`, stockDocumentResponse, {
      method: "POST",
      body: { id: randomUUID(), quantity, note },
    })
  ).document.entries
