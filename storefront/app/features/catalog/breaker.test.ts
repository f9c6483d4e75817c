import { beforeEach, describe, expect, it } from "vitest"
import { CircuitBreaker } from "./breaker"

describe("CircuitBreaker", () => {
  let now = 0
  let breaker: CircuitBreaker
  beforeEach(() => {
    now = 1
    breaker = new CircuitBreaker({ maxFailures: 3, openMs: 5_000 }, () => now)
  })

  it("opens after the last failure in a row, not before", () => {
    for (const expected of [true, true, false]) {
      breaker.failed({ refused: false })
      expect(breaker.admit()).toBe(expected)
    }
  })

  it("forgets failures after a success", () => {
    breaker.failed({ refused: false })
    breaker.failed({ refused: false })
    breaker.succeeded()
    breaker.failed({ refused: false })
    expect(breaker.admit()).toBe(true)
  })

  it("opens at once when the connection is refused", () => {
    breaker.failed({ refused: true })
    expect(breaker.admit()).toBe(false)
  })

  it("lets a single trial through after the pause, and closes when it succeeds", () => {
    breaker.failed({ refused: true })
    now += 4_999
    expect(breaker.admit()).toBe(false)
    now += 1
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false])
    breaker.succeeded()
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true])
  })

  it("stays open for another pause when the trial fails", () => {
    breaker.failed({ refused: true })
    now += 5_000
    breaker.admit()
    breaker.failed({ refused: false })
    expect(breaker.admit()).toBe(false)
    now += 5_000
    expect(breaker.admit()).toBe(true)
  })
})
