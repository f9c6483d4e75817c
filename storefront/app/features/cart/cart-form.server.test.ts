import { describe, expect, it } from "vitest"
import { parseCartForm } from "./cart-form.server"

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const LINE = "cali_01JABCDEFGH"

describe("parseCartForm", () => {
  it.each(["0", "-1", "1.5", "1e9", "3abc", "", "100", "９"])(
    "refuses the quantity %j at its field and keeps what was typed",
    (typed) => {
      const parsed = parseCartForm(
        form({ intent: "set", line_id: LINE, quantity: typed }),
      )
      expect(parsed).toMatchObject({
        ok: false,
        problem: { field: "quantity", lineId: LINE, typed },
      })
    },
  )

  it("adds the step of the − and + buttons to the field", () => {
    expect(
      parseCartForm(form({ intent: "set", line_id: LINE, quantity: "2", step: "1" })),
    ).toEqual({ ok: true, command: { intent: "set", lineId: LINE, quantity: 3 } })
    expect(
      parseCartForm(form({ intent: "set", line_id: LINE, quantity: "1", step: "-1" })).ok,
    ).toBe(false)
  })

  it("knows no other intent and no other kind of id", () => {
    expect(parseCartForm(form({ intent: "price", quantity: "1" })).ok).toBe(false)
    expect(parseCartForm(form({ intent: "remove", line_id: "../../admin" })).ok).toBe(
      false,
    )
  })
})
