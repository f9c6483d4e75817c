import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatOrderCode } from "./order-code"
import { loggableQuery } from "./loggable-query"

describe("words for goods are kept, in one spelling", () => {
  it.each([
    ["nước mắm", "nước mắm"],
    ["  NƯỚC   Mắm ", "nước mắm"],
    ["nuoc mam", "nuoc mam"],
    ["nu\u031Bo\u031B\u0301c".normalize("NFD"), "nước"],
    ["Đẳng sâm", "đẳng sâm"],
    ["mật ong 500ml", "mật ong 500ml"],
    ["trà 3 sao 2025", "trà 3 sao 2025"],
    ["gạo 50.000", "gạo 50.000"],
    ["quế Trà My", "quế trà my"],
    ["qn", "qn"],
    ["đặc sản qn 4 sao", null],
    ["a".repeat(80), "a".repeat(80)],
  ])("%j → %j", (text, kept) => {
    expect(loggableQuery(text)).toBe(kept)
  })
})

describe("what may be about a person is not kept", () => {
  it.each([
    ["an e-mail address", "an.nguyen@example.vn"],
    ["an e-mail address among words", "đơn của an@example.com"],
    ["a full-width @", "an＠example"],
    ["the name of an account", "@an.nguyen"],
    ["a phone number", "0905123456"],
    ["a phone number with spaces", "0905 123 456"],
    ["a phone number with dots", "0905.123.456"],
    ["a phone number with its country", "+84 905-123-456"],
    ["a phone number with brackets", "(0235) 3 852 641"],
    ["a phone number in pieces", "gọi 0905 rồi 123 rồi 456"],
    ["full-width digits", "０９０５１２３４５６"],
    ["Arabic digits", "٠٩٠٥١٢٣٤٥٦"],
    ["six digits", "123456"],
    ["an identity card", "cccd 049 085 001 234"],
    ["a bank card", "4242-4242-4242-4242"],
    ["an order code", formatOrderCode(12)],
    ["an order code in small letters", "qn0000125"],
    ["the beginning of an order code", "đơn QN 00012"],
    ["the address of a page", "https://example.vn/nguyen-van-an"],
    ["the address of a page without its scheme", "facebook.com/nguyen.van.an"],
    ["more than a few words", "a".repeat(81)],
  ])("%s", (_, text) => {
    expect(loggableQuery(text)).toBeNull()
  })
})

it.each(["", "   ", "?!…", "\u0301", "\uD83D", "nước\uFFFD"])(
  "%j says nothing",
  (text) => {
    expect(loggableQuery(text)).toBeNull()
  },
)

it("what is kept is kept again as it is, and has few digits and no @", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
      const query = loggableQuery(text)
      if (query === null) return
      expect(loggableQuery(query)).toBe(query)
      expect([...query].length).toBeLessThanOrEqual(80)
      expect(query.normalize("NFKC")).not.toMatch(/@|(\p{Nd}.*){6}/u)
    }),
    { numRuns: 500 },
  )
})
