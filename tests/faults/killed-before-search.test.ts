/** The backend dies after goods were booked and before anybody was told: the search learns of them. */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import { adminRaw } from "../support/backend"
import { counted } from "../support/database"
import { OwnBackend } from "../support/own-backend"
import { hitOf } from "../support/search"
import { available, goods, levels, setStocked } from "../support/stock"

const PIECES = 7
const LEARNS_WITHIN = { timeout: 60_000, interval: 500 }

let backend: OwnBackend

beforeAll(async () => {
  backend = await OwnBackend.start()
})
afterAll(() => backend.kill())

it("within a minute of a receipt that was cut off right after its commit", async () => {
  const { itemId, title, handle } = await goods(14)
  const shelves = await levels(itemId)
  for (const { location_id, reserved_quantity } of shelves)
    await setStocked(itemId, location_id, reserved_quantity)
  const isFoundInStock = async () => (await hitOf(title, handle))?.inStock
  await expect.poll(isFoundInStock, LEARNS_WITHIN).toBe(false)

  const id = randomUUID()
  const receipt = {
    id,
    kind: "receipt",
    location_id: shelves[0]?.location_id ?? "",
    lines: [{ inventory_item_id: itemId, quantity: PIECES }],
  }
  const sent = adminRaw("/admin/stock/documents", {
    method: "POST",
    body: receipt,
    at: backend.url,
    headers: { "x-die-after": "1 stock_entry" },
  })
  await expect(sent).rejects.toThrow()
  await backend.gone()
  expect(await available(itemId)).toBe(PIECES)
  await backend.start()

  await expect.poll(isFoundInStock, LEARNS_WITHIN).toBe(true)

  // Whoever was not answered sends it again, and nothing is posted twice.
  const again = await adminRaw("/admin/stock/documents", {
    method: "POST",
    body: receipt,
  })
  expect(again.status).toBeLessThan(300)
  expect(
    await counted("select count(*) from stock_entry where document_id = $1", id),
  ).toBe(1)
  expect(await available(itemId)).toBe(PIECES)
})
