/** Stock documents as clients send them: checked field by field, then for what they refer to. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { stockDocument, type StockDocument } from "../contracts/stock"
import { IN_TRANSIT } from "../modules/inventory/ledger/in-transit"
import { PRODUCER_MODULE } from "../modules/producer"
import type ProducerModuleService from "../modules/producer/service"
import { ApiFailure, invalidInput } from "./api-failure"
import { ofLine } from "./line-message"
import { assertCertified } from "./receipt-certificates"

const { localeError } = z.locales.vi()

const LISTS = new Set<unknown>(["lines", "components"])

const lineOf = ({ path: [list, line] }: z.core.$ZodIssue): number | undefined =>
  LISTS.has(list) && typeof line === "number" ? line : undefined

/**
 * A command with lines.
 * @throws ApiFailure 422 invalid_input: each wrong field, and the first wrong line by its number.
 */
export function parseLines<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body ?? {}, { error: localeError })
  if (result.success) return result.data
  const { message, details } = invalidInput(result.error)
  const [issue] = result.error.issues
  const line = issue && lineOf(issue)
  throw new ApiFailure(422, "invalid_input", ofLine(line, message), {
    line,
    ...z.record(z.string(), z.string()).parse(details),
  })
}

export const parseStockDocument = (body: unknown): StockDocument =>
  parseLines(stockDocument, body)

const locations = z.array(z.object({ id: z.string() }))

/**
 * @param named ids of points, by the field that names them.
 * @throws ApiFailure 404 unknown_location for the first that is no point.
 */
export async function assertLocations(
  container: MedusaContainer,
  named: Record<string, string>,
): Promise<void> {
  const result = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("select id from stock_location where id = any(?) and deleted_at is null", [
      Object.values(named),
    ])
  const found = locations.parse(result.rows)
  for (const [field, id] of Object.entries(named)) {
    if (id !== IN_TRANSIT && found.some((location) => location.id === id)) continue
    const message = "Không có điểm bán này."
    throw new ApiFailure(404, "unknown_location", message, { [field]: message })
  }
}

/** By line; the one of a head stands on no line. */
function producersIn(document: StockDocument): (string | null)[] {
  if (document.kind === "producer-return") return [document.producer_id]
  if (document.kind !== "receipt") return []
  return document.lines.map(({ lot }) => lot?.producer_id ?? null)
}

async function assertProducers(
  container: MedusaContainer,
  document: StockDocument,
): Promise<void> {
  const ids = producersIn(document)
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return
  const found = await container
    .resolve<ProducerModuleService>(PRODUCER_MODULE)
    .listProducers({ id: wanted }, { select: ["id"], take: null })
  const known = new Set<string | null>(found.map(({ id }) => id))
  const place = ids.findIndex((id) => id !== null && !known.has(id))
  if (place < 0) return
  const message = "Không có chủ thể này."
  if (document.kind === "producer-return")
    throw new ApiFailure(404, "unknown_producer", message, { producer_id: message })
  throw new ApiFailure(404, "unknown_producer", ofLine(place, message), { line: place })
}

const posted = z.array(z.object({ id: z.string() }))

async function isPosted(container: MedusaContainer, id: string): Promise<boolean> {
  const result = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("select id from stock_document where id = ?", [id])
  return posted.parse(result.rows).length > 0
}

/**
 * What the Inventory module cannot know: whether points and producers exist, and which products
 * carry a certificate. A document that was posted is answered as it was, whatever has changed since.
 * @throws ApiFailure 404 unknown_location, 404 unknown_producer, 422 certificate_invalid; what
 * concerns a line says which one.
 */
export async function assertReferences(
  container: MedusaContainer,
  document: StockDocument,
): Promise<void> {
  if (await isPosted(container, document.id)) return
  await Promise.all([
    assertLocations(container, {
      location_id: document.location_id,
      ...(document.kind === "transfer"
        ? { to_location_id: document.to_location_id }
        : {}),
    }),
    assertProducers(container, document),
  ])
  if (document.kind === "receipt")
    await assertCertified(
      container,
      document.lines.map(({ inventory_item_id }) => inventory_item_id),
    )
}
