import { expect, it } from "vitest"
import { producerReturnDocument } from "../../../contracts/stock"
import { type NamedLot } from "./draw"
import { STOCK_DOCUMENT } from "./plan"
import { planProducerReturn } from "./producer-return"

const ID = "3f2b8c1e-5d0a-4a57-9a55-8f1c2f6f5a10"
const TEA = "iitem_tea"

const lot = (id: string, producer_id: string | null): [string, NamedLot] => [
  id,
  { id, inventory_item_id: TEA, expired: false, recalled: false, producer_id },
]
const books = {
  balances: ["mine", "theirs", "nobodys"].map((lot_id) => ({
    inventory_item_id: TEA,
    location_id: "sloc_1",
    lot_id,
    on_hand: 5,
    reserved: 0,
    best_before: null,
    made_on: null,
    sellable: true,
  })),
  lots: new Map([lot("mine", "pdcr_1"), lot("theirs", "pdcr_2"), lot("nobodys", null)]),
}

const planned = (...lots: (string | null)[]) =>
  planProducerReturn(
    { document_type: STOCK_DOCUMENT, document_id: ID },
    producerReturnDocument.parse({
      id: ID,
      kind: "producer-return",
      location_id: "sloc_1",
      producer_id: "pdcr_1",
      lines: lots.map((lot_id) => ({ inventory_item_id: TEA, quantity: 2, lot_id })),
    }),
    books,
  )

it("takes out lots of this producer and of nobody else", () => {
  expect(planned("mine")).toMatchObject([
    { kind: "producer-return", lot_id: "mine", on_hand_change: -2 },
  ])
  for (const other of ["theirs", "nobodys", null])
    expect(() => planned("mine", other)).toThrow(
      expect.objectContaining({
        status: 422,
        failureCode: "lot_of_other_producer",
        message: expect.stringMatching(/^Dòng 2: /),
      }),
    )
})
