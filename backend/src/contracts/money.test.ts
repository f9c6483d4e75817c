import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shareOut } from "./money"

const total = fc.integer({ min: 0, max: 2_000_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 2_000_000_000_000 }), {
  minLength: 1,
  maxLength: 50,
})
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0)

describe("shareOut", () => {
  it("gives the odd đồng to the largest remainder, then to the first", () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(shareOut(100_000, [35_000, 42_000, 18_000])).toEqual([36_842, 44_211, 18_947])
    expect(shareOut(0, [5, 7])).toEqual([0, 0])
  })

  it("shares alike where nothing has a weight", () => {
    expect(shareOut(10, [0, 0, 0])).toEqual([4, 3, 3])
  })

  it("refuses what cannot be shared to the đồng", () => {
    expect(() => shareOut(10, [])).toThrow()
    expect(() => shareOut(10.5, [1])).toThrow()
    expect(() => shareOut(-1, [1])).toThrow()
    expect(() => shareOut(1, [2, -1])).toThrow()
  })

  it("always adds up to the đồng", () => {
    fc.assert(
      fc.property(total, weights, (amount, parts) => {
        expect(sumOf(shareOut(amount, parts))).toBe(amount)
      }),
    )
  })

  it("is never a đồng or more away from the exact part", () => {
    fc.assert(
      fc.property(total, weights, (amount, parts) => {
        const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n)
        fc.pre(whole > 0n)
        shareOut(amount, parts).forEach((share, index) => {
          const exact = BigInt(amount) * BigInt(parts[index] ?? 0)
          const off = BigInt(share) * whole - exact
          expect(off < whole && off > -whole).toBe(true)
        })
      }),
    )
  })

  it("gives nothing to a part that is worth nothing, when another is", () => {
    fc.assert(
      fc.property(total, weights, (amount, parts) => {
        fc.pre(parts.some((part) => part > 0))
        shareOut(amount, parts).forEach((share, index) => {
          if (parts[index] === 0) expect(share).toBe(0)
        })
      }),
    )
  })

  it("gives a heavier part no less", () => {
    fc.assert(
      fc.property(total, weights, (amount, parts) => {
        const shares = shareOut(amount, parts)
        const byWeight = parts
          .map((part, index) => ({ part, share: shares[index] ?? 0 }))
          .sort((a, b) => a.part - b.part || a.share - b.share)
        byWeight.forEach(({ share }, index) => {
          expect(share).toBeGreaterThanOrEqual(byWeight[index - 1]?.share ?? 0)
        })
      }),
    )
  })
})
