/** A document that must not be posted: what it is told, and that nothing of it stays. */
import { apiError } from "@ocop/backend/contracts/errors"
import { randomUUID } from "node:crypto"
import { expect } from "vitest"
import { type z } from "zod"
import { counted } from "./database"
import { sendDocument } from "./stock-documents"

/** Everything that a document on some items would leave behind. */
const written = (items: readonly string[]) =>
  counted(
    `select (select count(*) from stock_entry where inventory_item_id = any($1))
          + (select count(*) from stock_lot where inventory_item_id = any($1))
          + (select count(*) from stock_document) as count`,
    [...items],
  )

/** A good line stands first in most of them. */
export const SECOND_LINE = /^Dòng 2: /

/** @param items that the document is about. @param document under a new id, unless it has one. */
export async function expectRefused(
  items: readonly string[],
  document: object,
  status: number,
  code: string,
  message: RegExp,
): Promise<z.infer<typeof apiError>> {
  const before = await written(items)
  const body: unknown = Array.isArray(document)
    ? document
    : { id: randomUUID(), ...document }
  const answer = await sendDocument(body)
  const said = apiError.parse(await answer.json())
  expect({ status: answer.status, code: said.code }).toEqual({ status, code })
  expect(said.message).toMatch(message)
  expect(await written(items)).toBe(before)
  return said
}
