import { recognitionStatus } from "@ocop/backend/contracts/recognition"
import { expect, it } from "vitest"
import { verdictOf } from "./verdict"

const certificate = {
  stars: 4,
  expires_on: "2028-01-31",
  revoked_on: null,
  superseded_on: null,
} as const

it("has an answer for every state, and only two of them are good", () => {
  const tones = recognitionStatus.options.map((status) => [
    status,
    verdictOf({ ...certificate, status }).tone,
  ])
  expect(Object.fromEntries(tones)).toEqual({
    draft: "over",
    proposed: "over",
    valid: "good",
    expiring: "soon",
    expired: "over",
    superseded: "over",
    revoked: "bad",
  })
})

it("names the day", () => {
  expect(verdictOf({ ...certificate, status: "expired" }).text).toContain("31/01/2028")
  expect(
    verdictOf({ ...certificate, status: "revoked", revoked_on: "2026-03-02" }).text,
  ).toContain("từ ngày 02/03/2026")
})
