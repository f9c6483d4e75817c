import { expect, it } from "vitest"
import { assertLife } from "./short-life"

const TODAY = "2026-11-22"

it("asks for a reason where fewer days are left than the item wants", () => {
  expect(() => assertLife(1, "2026-12-22", TODAY, 30, undefined)).not.toThrow()
  expect(() => assertLife(1, "2026-12-21", TODAY, undefined, undefined)).not.toThrow()
  expect(() => assertLife(1, "2026-12-21", TODAY, 30, "Bán khuyến mãi")).not.toThrow()
  const refused = () => assertLife(1, "2026-12-21", TODAY, 30, undefined)
  expect(refused).toThrow(
    expect.objectContaining({
      status: 422,
      failureCode: "short_life",
      message: expect.stringMatching(/^Dòng 2: .*còn 29 ngày.*30 ngày/),
      details: { line: 1, days_left: 29, minimum_days: 30 },
    }),
  )
})
