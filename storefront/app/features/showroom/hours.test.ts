import { expect, it } from "vitest"
import { dayRanges, hourLines } from "./hours"

it("joins neighbouring days", () => {
  expect(dayRanges([1, 2, 3, 4, 5])).toBe("Thứ hai – thứ sáu")
  expect(dayRanges([7, 6])).toBe("Thứ bảy – chủ nhật")
  expect(dayRanges([1, 2, 3, 6])).toBe("Thứ hai – thứ tư, thứ bảy")
  expect(dayRanges([7])).toBe("Chủ nhật")
})

it("says every day in one word", () => {
  expect(dayRanges([1, 2, 3, 4, 5, 6, 7])).toBe("Hằng ngày")
})

it("gives one line per entry", () => {
  expect(hourLines([{ days: [1, 2], opens: "08:00", closes: "17:00" }])).toEqual([
    { days: "Thứ hai – thứ ba", times: "08:00\u00a0–\u00a017:00" },
  ])
})
