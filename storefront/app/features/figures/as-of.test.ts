import { expect, it } from "vitest"
import { asOfDay } from "./as-of"

it("takes a day of the past and today", () => {
  expect(asOfDay("2020-12-31", "2026-11-21")).toBe("2020-12-31")
  expect(asOfDay("2026-11-21", "2026-11-21")).toBe("2026-11-21")
})

it("means today for everything else", () => {
  for (const value of [null, "", "2020-02-30", "31/12/2020", "2030-01-01"])
    expect(asOfDay(value, "2026-11-21")).toBe("2026-11-21")
})
