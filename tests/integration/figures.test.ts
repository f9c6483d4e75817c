import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { figuresResponse } from "@ocop/backend/contracts/figures"
import { beforeAll, describe, expect, it } from "vitest"
import { type z } from "zod"
import { store, storeRaw } from "../support/backend"
import { search } from "../support/search"

type Figures = z.infer<typeof figuresResponse>
const figuresOn = (day: string) => store(`/store/figures?on=${day}`, figuresResponse)

describe("the register as of 31/12/2020 gives the published tables", () => {
  let figures: Figures
  beforeAll(async () => {
    figures = await figuresOn("2020-12-31")
  })

  it("210 products by group", () => {
    expect(figures.on).toBe("2020-12-31")
    expect(figures.products).toBe(210)
    expect(
      Object.fromEntries(figures.by_group.map((row) => [row.group, row.products])),
    ).toEqual({
      "thuc-pham": 157,
      "do-uong": 12,
      "thao-duoc": 16,
      "vai-may-mac": 4,
      "luu-niem": 20,
      "du-lich": 1,
    })
  })

  it("one potential five-star, 23 four-star, 186 three-star", () => {
    const rows = figures.by_star.filter((row) => row.products > 0)
    expect(Object.fromEntries(rows.map((row) => [row.star, row.products]))).toEqual({
      "5-proposed": 1,
      "4": 23,
      "3": 186,
    })
  })

  it("189 subjects by form", () => {
    expect(figures.subjects).toBe(189)
    const rows = figures.by_entity_type.map((row) => [row.entity_type, row.subjects])
    expect(Object.fromEntries(rows)).toEqual({ HTX: 65, DN: 30, THT: 6, HKD: 88 })
  })

  it("cohorts of 25, 81 and 104", () =>
    expect(figures.cohorts).toEqual([
      { year: 2018, products: 25, cumulative: 25 },
      { year: 2019, products: 81, cumulative: 106 },
      { year: 2020, products: 104, cumulative: 210 },
    ]))

  it("19 OCOP points and centres by who paid for them", () => {
    expect(figures.showrooms.total).toBe(19)
    const counts = new Map(
      figures.showrooms.by_funding.map(({ funding_source, kind, showrooms }) => [
        `${funding_source} ${kind}`,
        showrooms,
      ]),
    )
    expect(counts.get("state-budget point")).toBe(12)
    expect(counts.get("state-budget center")).toBe(1)
    expect(counts.get("truong-son-xanh center")).toBe(1)
    expect(
      (counts.get("ministry-of-industry-and-trade point") ?? 0) +
        (counts.get("ministry-of-industry-and-trade center") ?? 0),
    ).toBe(1)
    expect(
      (counts.get("unstated point") ?? 0) + (counts.get("unstated center") ?? 0),
    ).toBe(4)
  })

  it("the published figures are quoted with source and date, apart from the computed", () => {
    expect(figures.quoted.length).toBeGreaterThan(0)
    for (const quote of figures.quoted) {
      expect(quote.source).not.toBe("")
      expect(quote.as_of).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(figures.quoted.some((quote) => quote.value === 210)).toBe(true)
  })
})

describe("the register on other days", () => {
  it("was empty before the first decision", async () => {
    const figures = await figuresOn("2018-01-01")
    expect(figures.products).toBe(0)
    expect(figures.cohorts).toEqual([])
  })

  it("today at least 200 products have a certificate in force", async () => {
    const figures = await figuresOn(dayInVietnam())
    expect(figures.standing.valid).toBeGreaterThanOrEqual(200)
    expect(figures.standing.expired).toBeGreaterThan(0)
    expect(figures.standing.revoked).toBeGreaterThan(0)
  })

  it.each(["2019-06-30", "2020-12-31", "2023-01-15", dayInVietnam()])(
    "every table of %s adds up to its total",
    async (day) => {
      const figures = await figuresOn(day)
      const { valid, expired, revoked } = figures.standing
      const sum = (rows: { products: number }[]) =>
        rows.reduce((total, row) => total + row.products, 0)
      expect(sum(figures.by_group)).toBe(figures.products)
      expect(sum(figures.by_star)).toBe(figures.products)
      expect(sum(figures.cohorts)).toBe(figures.products)
      expect(valid + expired + revoked).toBe(figures.products)
      expect(figures.by_entity_type.reduce((total, row) => total + row.subjects, 0)).toBe(
        figures.subjects,
      )
    },
  )

  it("the search shows no star that the register does not", async () => {
    const { facets } = await search("")
    const starred = ["3", "4", "5"].reduce(
      (total, star) => total + (facets.stars?.[star] ?? 0),
      0,
    )
    const { standing } = await figuresOn(dayInVietnam())
    expect(starred).toBeGreaterThanOrEqual(200)
    // A withdrawn product may still have a certificate in force; the reverse cannot be.
    expect(starred).toBeLessThanOrEqual(standing.valid)
  })

  it.each(["", "x", "2020-13-01", "2020-02-30", "31/12/2020", "2020-12-31T00:00"])(
    "a day written %j is a 4xx with code and message, or today",
    async (day) => {
      const response = await storeRaw(`/store/figures?on=${encodeURIComponent(day)}`)
      expect(response.status).toBeLessThan(500)
      if (response.ok)
        expect(figuresResponse.parse(await response.json()).on).toBe(dayInVietnam())
      else expect(await response.json()).toMatchObject({ message: expect.any(String) })
    },
  )
})
