import { describe, expect, it } from "vitest"
import {
  currentOn,
  hasDecisionsOnOneDay,
  latestDecidedOn,
  refuseProposal,
  refuseRevocation,
  supersessions,
  type RegisterEntry,
} from "./register"

const entry = (id: string, decision_date: string | null, rest = {}): RegisterEntry => ({
  id,
  decision_date,
  expires_on:
    decision_date && `${Number(decision_date.slice(0, 4)) + 3}${decision_date.slice(4)}`,
  proposed: false,
  revoked_on: null,
  superseded_on: null,
  superseded_by_id: null,
  ...rest,
})

describe("supersessions", () => {
  it("lets a newer decision end one still in force", () => {
    const history = [entry("b", "2021-05-01"), entry("a", "2019-12-25")]
    expect(supersessions(history)).toEqual([
      { id: "a", superseded_on: "2021-05-01", superseded_by_id: "b" },
    ])
  })

  it("leaves alone what had run out on that very day, or been revoked", () => {
    expect(supersessions([entry("a", "2019-05-01"), entry("b", "2022-05-01")])).toEqual(
      [],
    )
    expect(
      supersessions([
        entry("a", "2020-05-01", { revoked_on: "2021-01-01" }),
        entry("b", "2021-05-01"),
      ]),
    ).toEqual([])
  })

  it("goes link by link when an older decision is entered late", () => {
    const ends = supersessions([
      entry("c", "2022-01-01"),
      entry("a", "2020-01-01"),
      entry("b", "2021-01-01"),
    ])
    expect(ends.map((end) => [end.id, end.superseded_by_id])).toEqual([
      ["a", "b"],
      ["b", "c"],
    ])
  })

  it("takes no notice of dossiers without a decision", () => {
    expect(supersessions([entry("a", "2025-01-01"), entry("p", null)])).toEqual([])
  })
})

describe("the recognition of a day", () => {
  const history = [
    entry("a", "2019-12-25", { superseded_on: "2021-05-01", superseded_by_id: "b" }),
    entry("b", "2021-05-01"),
  ]

  it("is the one in force", () => {
    expect(currentOn(history, "2020-12-31")?.id).toBe("a")
    expect(currentOn(history, "2021-05-01")?.id).toBe("b")
    expect(currentOn(history, "2024-04-30")?.id).toBe("b")
    expect(currentOn(history, "2024-05-01")).toBeUndefined()
  })

  it("or, for reports, the last one decided", () => {
    expect(latestDecidedOn(history, "2026-01-01")?.id).toBe("b")
    expect(latestDecidedOn(history, "2019-01-01")).toBeUndefined()
  })

  it("is contradictory when two decisions were signed on it", () => {
    expect(
      hasDecisionsOnOneDay([entry("a", "2020-01-01"), entry("b", "2020-01-01")]),
    ).toBe(true)
    expect(hasDecisionsOnOneDay(history)).toBe(false)
  })
})

describe("legal steps", () => {
  it("revokes only what is in force", () => {
    expect(refuseRevocation("valid")).toBeNull()
    expect(refuseRevocation("expiring")).toBeNull()
    for (const status of [
      "draft",
      "proposed",
      "expired",
      "superseded",
      "revoked",
    ] as const)
      expect(refuseRevocation(status)).toContain("còn hiệu lực")
  })

  it("lets only a higher star be asked for", () => {
    expect(refuseProposal("valid", 4, 5)).toBeNull()
    expect(refuseProposal("valid", 4, null)).toBeNull()
    expect(refuseProposal("valid", 4, 4)).toContain("cao hơn")
    expect(refuseProposal("expired", 4, 5)).toContain("hết hạn")
  })
})
