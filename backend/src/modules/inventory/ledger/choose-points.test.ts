import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { choosePoints, type PointRank, type Wanted } from "./choose-points"
import { type Balance } from "./rows"

const lot = (
  item: string,
  locationId: string,
  free: number,
  best_before: string | null = null,
  reserved = 0,
): Balance => ({
  inventory_item_id: item,
  location_id: locationId,
  lot_id: best_before && `${item}-${best_before}`,
  on_hand: free + reserved,
  reserved,
  best_before,
  made_on: null,
  sellable: true,
})

const chosen = (
  wanted: Wanted[],
  balances: Balance[],
  points: PointRank[],
): Record<string, Record<string, number>> | null => {
  const result = choosePoints(wanted, balances, points)
  return (
    result &&
    Object.fromEntries(
      [...result].map(([item, shares]) => [
        item,
        Object.fromEntries(
          shares.map(({ locationId, quantity }) => [locationId, quantity]),
        ),
      ]),
    )
  )
}

const POINTS = [
  { locationId: "hoi-an", rank: 1 },
  { locationId: "tam-ky", rank: 2 },
  { locationId: "dien-ban", rank: 2 },
  { locationId: "ha-noi", rank: 80 },
]

describe("choosePoints", () => {
  it("takes everything from the nearest point that has all of it", () => {
    expect(
      chosen(
        [
          { item: "mam", quantity: 2 },
          { item: "tieu", quantity: 1 },
        ],
        [
          lot("mam", "hoi-an", 9),
          lot("mam", "tam-ky", 2),
          lot("tieu", "tam-ky", 1),
          lot("mam", "ha-noi", 9),
          lot("tieu", "ha-noi", 9),
        ],
        POINTS,
      ),
    ).toEqual({ mam: { "tam-ky": 2 }, tieu: { "tam-ky": 1 } })
  })

  it("prefers the longer shelf life among equally near points", () => {
    const wanted = [{ item: "mam", quantity: 2 }]
    const early = lot("mam", "tam-ky", 5, "2027-01-10")
    const late = lot("mam", "dien-ban", 5, "2027-03-01")
    expect(chosen(wanted, [early, late], POINTS)).toEqual({ mam: { "dien-ban": 2 } })
    // The first to expire counts, not the freshest one on the shelf.
    const soon = lot("mam", "dien-ban", 1, "2026-12-31")
    expect(chosen(wanted, [early, late, soon], POINTS)).toEqual({ mam: { "tam-ky": 2 } })
    expect(chosen(wanted, [early, lot("mam", "dien-ban", 5)], POINTS)).toEqual({
      mam: { "dien-ban": 2 },
    })
  })

  it("prefers a nearer point over a longer shelf life", () => {
    expect(
      chosen(
        [{ item: "mam", quantity: 1 }],
        [lot("mam", "hoi-an", 5, "2026-12-01"), lot("mam", "tam-ky", 5, "2027-12-01")],
        POINTS,
      ),
    ).toEqual({ mam: { "hoi-an": 1 } })
  })

  it("does not count what is reserved", () => {
    expect(
      chosen(
        [{ item: "mam", quantity: 3 }],
        [lot("mam", "hoi-an", 2, "2027-01-01", 7), lot("mam", "tam-ky", 3)],
        POINTS,
      ),
    ).toEqual({ mam: { "tam-ky": 3 } })
  })

  it("sends an order from afar rather than splitting it", () => {
    expect(
      chosen(
        [{ item: "mam", quantity: 4 }],
        [lot("mam", "hoi-an", 3), lot("mam", "tam-ky", 3), lot("mam", "ha-noi", 4)],
        POINTS,
      ),
    ).toEqual({ mam: { "ha-noi": 4 } })
  })

  it("splits a line that no point has alone, the fullest point first", () => {
    expect(
      chosen(
        [{ item: "mam", quantity: 10 }],
        [lot("mam", "hoi-an", 3), lot("mam", "tam-ky", 6), lot("mam", "ha-noi", 5)],
        POINTS,
      ),
    ).toEqual({ mam: { "tam-ky": 6, "ha-noi": 4 } })
  })

  it("finds two parcels where the fullest point first would make three", () => {
    const wanted = ["a", "b", "c", "d", "e", "f"].map((item) => ({ item, quantity: 1 }))
    expect(
      chosen(
        wanted,
        [
          ...["a", "b", "d", "e"].map((item) => lot(item, "ha-noi", 1)),
          ...["a", "b", "c"].map((item) => lot(item, "hoi-an", 1)),
          ...["d", "e", "f"].map((item) => lot(item, "tam-ky", 1)),
        ],
        POINTS,
      ),
    ).toEqual({
      a: { "hoi-an": 1 },
      b: { "hoi-an": 1 },
      c: { "hoi-an": 1 },
      d: { "tam-ky": 1 },
      e: { "tam-ky": 1 },
      f: { "tam-ky": 1 },
    })
  })

  it("takes from no point that it was not given", () => {
    const balances = [lot("mam", "hoi-an", 1), lot("mam", "tam-ky", 9)]
    const wanted = [{ item: "mam", quantity: 2 }]
    const pickUp = [{ locationId: "hoi-an", rank: 0 }]
    expect(chosen(wanted, balances, pickUp)).toBeNull()
    expect(chosen([{ item: "mam", quantity: 1 }], balances, pickUp)).toEqual({
      mam: { "hoi-an": 1 },
    })
    expect(chosen(wanted, balances, [])).toBeNull()
  })

  it("chooses nothing for an order of nothing", () => {
    expect(chosen([], [lot("mam", "hoi-an", 1)], POINTS)).toEqual({})
  })
})

const locations = ["p1", "p2", "p3", "p4", "p5"] as const
const items = ["a", "b", "c"] as const
const anyBalances = fc
  .uniqueArray(
    fc.record({
      item: fc.constantFrom(...items),
      at: fc.constantFrom(...locations),
      free: fc.integer({ min: 0, max: 6 }),
      reserved: fc.integer({ min: 0, max: 3 }),
      day: fc.constantFrom(null, "2026-12-01", "2027-01-15", "2027-06-30"),
    }),
    { maxLength: 30, selector: ({ item, at, day }) => `${item} ${at} ${day ?? "-"}` },
  )
  .map((rows) =>
    rows.map(({ item, at, free, reserved, day }) => lot(item, at, free, day, reserved)),
  )
const anyWanted = fc.uniqueArray(
  fc.record({
    item: fc.constantFrom(...items),
    quantity: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, selector: ({ item }) => item },
)
const anyPoints = fc.uniqueArray(
  fc.record({
    locationId: fc.constantFrom(...locations),
    rank: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: ({ locationId }) => locationId },
)
const anyCase = fc.record({ wanted: anyWanted, balances: anyBalances, points: anyPoints })

const freeAt = (balances: readonly Balance[], item: string, at: readonly string[]) =>
  balances
    .filter((each) => each.inventory_item_id === item && at.includes(each.location_id))
    .reduce((sum, { on_hand, reserved }) => sum + on_hand - reserved, 0)

const suffices = (
  { wanted, balances }: { wanted: Wanted[]; balances: Balance[] },
  at: readonly string[],
): boolean => wanted.every(({ item, quantity }) => freeAt(balances, item, at) >= quantity)

const everySubset = (of: readonly string[]): string[][] =>
  of.reduce<string[][]>(
    (sets, each) => [...sets, ...sets.map((set) => [...set, each])],
    [[]],
  )

describe("choosePoints, of any stock", () => {
  it("gives exactly what was wanted, never more than is free, or nothing at all", () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { wanted, balances, points } = each
        const result = choosePoints(wanted, balances, points)
        const allowed = points.map(({ locationId }) => locationId)
        expect(result !== null).toBe(suffices(each, allowed))
        if (!result) return
        expect([...result.keys()].sort()).toEqual(wanted.map(({ item }) => item).sort())
        for (const { item, quantity } of wanted) {
          const shares = result.get(item) ?? []
          expect(shares.reduce((sum, share) => sum + share.quantity, 0)).toBe(quantity)
          expect(new Set(shares.map(({ locationId }) => locationId)).size).toBe(
            shares.length,
          )
          for (const share of shares) {
            expect(allowed).toContain(share.locationId)
            expect(share.quantity).toBeGreaterThan(0)
            expect(share.quantity).toBeLessThanOrEqual(
              freeAt(balances, item, [share.locationId]),
            )
          }
        }
      }),
    )
  })

  it("makes as few parcels as there can be, one whenever one point has it all", () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const result = choosePoints(each.wanted, each.balances, each.points)
        if (!result) return
        const fewest = Math.min(
          ...everySubset(each.points.map(({ locationId }) => locationId))
            .filter((some) => suffices(each, some))
            .map((some) => some.length),
        )
        const used = new Set(
          [...result.values()].flat().map(({ locationId }) => locationId),
        )
        expect(used.size).toBe(fewest)
      }),
    )
  })

  it("takes the nearest of the points that have it all", () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const whole = each.points.filter(({ locationId }) => suffices(each, [locationId]))
        if (whole.length === 0) return
        const result = choosePoints(each.wanted, each.balances, each.points)
        const used = [...(result?.values() ?? [])]
          .flat()
          .map(({ locationId }) => locationId)
        const ranks = each.points
          .filter(({ locationId }) => used.includes(locationId))
          .map(({ rank }) => rank)
        expect(ranks).toEqual([Math.min(...whole.map(({ rank }) => rank))])
      }),
    )
  })

  it("does not depend on the order of rows", () => {
    const shuffled = anyCase.chain(({ wanted, balances, points }) =>
      fc.record({
        one: fc.constant({ wanted, balances, points }),
        other: fc.record({
          wanted: fc.shuffledSubarray(wanted, { minLength: wanted.length }),
          balances: fc.shuffledSubarray(balances, { minLength: balances.length }),
          points: fc.shuffledSubarray(points, { minLength: points.length }),
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ one, other }) => {
        expect(chosen(other.wanted, other.balances, other.points)).toEqual(
          chosen(one.wanted, one.balances, one.points),
        )
      }),
    )
  })
})
