import { describe, expect, it } from "vitest"
import { parseStockDocument } from "./stock-documents"

const ID = "3f2b8c1e-5d0a-4a57-9a55-8f1c2f6f5a10"
const line = { inventory_item_id: "iitem_1", quantity: 2 }
const receipt = (...lines: unknown[]) => ({
  id: ID,
  kind: "receipt",
  location_id: "sloc_1",
  lines,
})

const refusal = (body: unknown): unknown => {
  try {
    parseStockDocument(body)
  } catch (error) {
    return error
  }
  return null
}

describe("parseStockDocument", () => {
  it("reads a receipt and fills in what is left out", () => {
    expect(parseStockDocument(receipt({ ...line, lot: { code: " L1 " } }))).toMatchObject(
      {
        kind: "receipt",
        lines: [{ quantity: 2, lot: { code: "L1", ownership: "owned" } }],
      },
    )
  })

  it.each([0, -1, 1.5, 1e9, "3", null, Number.NaN])("refuses %s pieces", (quantity) => {
    expect(refusal(receipt(line, { ...line, quantity }))).toMatchObject({
      status: 422,
      failureCode: "invalid_input",
      message: expect.stringMatching(/^Dòng 2: Số lượng phải là số nguyên/),
      details: {
        line: 1,
        "lines.1.quantity": expect.stringMatching(/^Số lượng phải là số nguyên/),
      },
    })
  })

  it("names the line whose lot expires before it was made", () => {
    const lot = { code: "L1", made_on: "2026-11-20", best_before: "2026-11-19" }
    expect(refusal(receipt({ ...line, lot }))).toMatchObject({
      message: "Dòng 1: Hạn sử dụng sớm hơn ngày sản xuất.",
      details: { line: 0, "lines.0.lot.best_before": expect.any(String) },
    })
  })

  describe("an adjustment and a disposal", () => {
    const loss = (kind: string, more: object, head: object = {}) => ({
      id: ID,
      kind,
      location_id: "sloc_1",
      ...head,
      lines: [
        { ...line, lot_id: null, direction: "out", reason: "damaged" },
        { ...line, lot_id: null, direction: "out", ...more },
      ].map(({ direction, ...each }) =>
        kind === "adjustment" ? { ...each, direction } : each,
      ),
    })

    it.each(["adjustment", "disposal"])("say why (%s)", (kind) => {
      expect(refusal(loss(kind, {}))).toMatchObject({
        status: 422,
        message: expect.stringMatching(/^Dòng 2: /),
        details: { line: 1 },
      })
      expect(refusal(loss(kind, { reason: "other", note: " " }))).toMatchObject({
        message: "Dòng 2: Lý do «Khác» phải ghi rõ trong ghi chú.",
        details: { line: 1, "lines.1.note": expect.any(String) },
      })
      expect(refusal(loss(kind, { reason: "other", note: "Chuột cắn" }))).toBeNull()
      expect(refusal(loss(kind, { reason: "other" }, { note: "Bão số 9" }))).toBeNull()
    })

    it("say of a loss who bears it, of a gain nothing", () => {
      const borne = (direction: string) =>
        loss("adjustment", { direction, reason: "lost", borne_by: "producer" })
      expect(refusal(borne("out"))).toBeNull()
      expect(refusal(borne("in"))).toMatchObject({
        message: expect.stringMatching(/^Dòng 2: /),
        details: { "lines.1.borne_by": expect.any(String) },
      })
    })
  })

  it("names no line where the head is wrong", () => {
    expect(refusal({ ...receipt(line), id: "1" })).toMatchObject({
      message: "Mã phiếu phải là UUID.",
      details: { id: "Mã phiếu phải là UUID." },
    })
    for (const body of [null, [], "x", {}, receipt()])
      expect(refusal(body)).toMatchObject({ status: 422 })
  })
})
