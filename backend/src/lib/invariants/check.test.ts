import { expect, it, vi } from "vitest"
import { type Check, filledIn, findings } from "./check"
import { CHECKS } from "./database"

const check: Check = {
  invariant: "I0",
  kind: "test",
  certainty: "fact",
  message: "Khác.",
  mend: "Đếm {sku} tại {point_name}, lô {lot_code}.",
  sql: "select 1",
}

const row = {
  subject: "a",
  size: 3,
  total: 1,
  details: { item: "iitem_1", lot: null },
  sku: "MAT-ONG",
  point_name: "Hội An",
  lot_code: null,
}

it("puts details into the text and says where there is none", () => {
  expect(filledIn("{a} và {b}", { a: 1 })).toBe("1 và (không có)")
  expect(filledIn("POST /x/:id", {})).toBe("POST /x/:id")
})

it("names the goods and the point in what to do", async () => {
  const [found] = await findings(check, () => Promise.resolve([row]))
  expect(found).toMatchObject({
    ...{ invariant: "I0", kind: "test", subject: "a", size: 3 },
    mend: "Đếm MAT-ONG tại Hội An, lô không có lô.",
    details: {
      item: "iitem_1",
      lot: null,
      sku: "MAT-ONG",
      point_name: "Hội An",
      lot_code: "không có lô",
    },
  })
})

it("counts what it does not list", async () => {
  const counted = { ...row, ...Object.fromEntries([["total", 1_200]]) }
  const found = await findings(check, () => Promise.resolve([counted]))
  expect(found).toHaveLength(2)
  expect(found[1]).toMatchObject({ kind: "test", size: 1_199 })
})

it("refuses an answer of another shape", async () => {
  const query = vi.fn(() => Promise.resolve([{ subject: "a" }]))
  await expect(findings(check, query)).rejects.toThrow()
})

it("every check has a name of its own and asks in one statement", () => {
  expect(new Set(CHECKS.map(({ kind }) => kind)).size).toBe(CHECKS.length)
  for (const { sql } of CHECKS) expect(sql).not.toContain(";")
})
