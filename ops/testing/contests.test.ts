import { describe, expect, it } from "vitest"
import { contestTable } from "./contests"

describe("the table of contests", () => {
  const contest = {
    title: "200 người, 50 món",
    attempted: 200,
    accepted: 50,
    refused: 150,
    busy: 0,
    errors: 0,
    ms: 4321,
    slowestAcceptedMs: 4000,
  }

  it("has one line for each, under a head, all of one length", () => {
    const lines = contestTable([contest, { ...contest, title: "Hai giỏ quà" }])
    expect(lines).toHaveLength(3)
    expect(new Set(lines.map((line) => line.length)).size).toBe(1)
  })

  it("says seconds with a comma, and a dash where nothing was measured", () => {
    const [, line] = contestTable([contest])
    expect(line?.split(/\s{2,}/)).toEqual([
      "200 người, 50 món",
      "200",
      "50",
      "150",
      "0",
      "0",
      "4,3",
      "4,0",
      "–",
    ])
  })

  it("is a head alone when there was none", () => {
    expect(contestTable([])).toHaveLength(1)
  })
})
