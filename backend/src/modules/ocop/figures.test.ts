import { describe, expect, it } from "vitest"
import { registerOn, showroomsOn, type FigureEntry } from "./figures"

const entry = (rest: Partial<FigureEntry>): FigureEntry => ({
  id: "x",
  decision_date: "2019-12-25",
  expires_on: "2022-12-25",
  proposed: false,
  revoked_on: null,
  superseded_on: null,
  superseded_by_id: null,
  display_group: "thuc-pham",
  stars: 3,
  proposed_stars: null,
  proposed_on: null,
  evaluation_year: 2019,
  entity_type: "HKD",
  producer_name: "Hộ A",
  ...rest,
})

const products = [
  // Upgraded and re-registered as a company later: counts once, as it was on the day asked for.
  {
    producer_id: "p1",
    history: [
      entry({ id: "1" }),
      entry({
        id: "2",
        decision_date: "2025-01-17",
        expires_on: "2028-01-17",
        stars: 5,
        evaluation_year: 2024,
        entity_type: "DN",
      }),
    ],
  },
  { producer_id: "p1", history: [entry({ id: "3", evaluation_year: 2020 })] },
  {
    producer_id: "p2",
    history: [
      entry({
        id: "4",
        stars: 4,
        proposed_stars: 5,
        proposed_on: "2020-12-09",
        entity_type: "HTX",
        display_group: "luu-niem",
      }),
    ],
  },
  {
    producer_id: "p3",
    history: [entry({ id: "5", decision_date: null, expires_on: null })],
  },
]
const rows = (list: { products: number; star: string }[]) =>
  Object.fromEntries(list.map((row) => [row.star, row.products]))

describe("registerOn", () => {
  it("counts what was recognised by that day", () => {
    const figures = registerOn(products, "2020-12-31")
    expect(figures.products).toBe(3)
    expect(rows(figures.by_star)).toEqual({ "5": 0, "5-proposed": 1, "4": 0, "3": 2 })
    expect(figures.subjects).toBe(2)
    expect(figures.by_entity_type.filter((row) => row.subjects > 0)).toEqual([
      { entity_type: "HTX", subjects: 1 },
      { entity_type: "HKD", subjects: 1 },
    ])
    expect(figures.cohorts).toEqual([
      { year: 2019, products: 2, cumulative: 2 },
      { year: 2020, products: 1, cumulative: 3 },
    ])
    expect(figures.standing).toEqual({ valid: 3, expired: 0, revoked: 0 })
  })

  it("counts a proposal only from the day it was made", () => {
    expect(rows(registerOn(products, "2020-12-08").by_star)["4"]).toBe(1)
  })

  it("follows products into later years", () => {
    const figures = registerOn(products, "2026-01-01")
    expect(rows(figures.by_star)["5"]).toBe(1)
    expect(figures.standing).toEqual({ valid: 1, expired: 2, revoked: 0 })
    expect(figures.by_entity_type.find((row) => row.entity_type === "DN")?.subjects).toBe(
      1,
    )
  })

  it("is empty before the first decision", () => {
    expect(registerOn(products, "2018-01-01")).toMatchObject({ products: 0, subjects: 0 })
  })
})

describe("showroomsOn", () => {
  it("leaves out what opened later", () => {
    const point = { kind: "point", funding_source: "state-budget" } as const
    const figures = showroomsOn(
      [
        { ...point, opened_on: null },
        { ...point, opened_on: "2019-01-01" },
        { ...point, opened_on: "2022-01-01" },
      ],
      "2020-12-31",
    )
    expect(figures).toEqual({
      total: 2,
      by_funding: [{ funding_source: "state-budget", kind: "point", showrooms: 2 }],
    })
  })
})
