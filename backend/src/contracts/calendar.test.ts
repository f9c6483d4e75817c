import { expect, it } from "vitest"
import { hourInVietnam } from "./calendar"

it("tells the hour of Việt Nam, whatever the machine's zone", () => {
  expect(hourInVietnam(new Date("2026-11-25T17:00:00Z"))).toBe(0)
  expect(hourInVietnam(new Date("2026-11-25T19:30:00Z"))).toBe(2)
  expect(hourInVietnam(new Date("2026-11-25T16:59:59Z"))).toBe(23)
})
