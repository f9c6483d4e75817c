import { beforeEach, describe, expect, it } from "vitest"
import { CircuitBreaker } from "./breaker"

describe("CircuitBreaker", () => {
  let now = 0
  let breaker: CircuitBreaker
  beforeEach(() => {
    now = 1
    breaker = new CircuitBreaker(
      { maxFailures: 3, openMs: 5_000, hangMs: 1_000 },
      () => now,
    )
  })

  it("opens after the last failure in a row, not before", () => {
    for (const expected of [true, true, false]) {
      breaker.failed("broken")
      expect(breaker.admit()).toBe(expected)
    }
  })

  it("forgets failures after a success", () => {
    breaker.failed("broken")
    breaker.failed("broken")
    breaker.succeeded()
    breaker.failed("broken")
    expect(breaker.admit()).toBe(true)
  })

  it("opens at once when the connection is refused", () => {
    breaker.failed("refused")
    expect(breaker.admit()).toBe(false)
  })

  it("opens at once, but shortly, when it kept somebody waiting", () => {
    breaker.failed("hung")
    expect(breaker.admit()).toBe(false)
    now += 1_000
    expect(breaker.admit()).toBe(true)
  })

  it("opens for longer when it goes on hanging", () => {
    for (let time = 0; time < 3; time += 1) {
      now += 1_000
      breaker.admit()
      breaker.failed("hung")
    }
    now += 1_000
    expect(breaker.admit()).toBe(false)
    now += 4_000
    expect(breaker.admit()).toBe(true)
  })

  it("lets a single trial through after the pause, and closes when it succeeds", () => {
    breaker.failed("refused")
    now += 4_999
    expect(breaker.admit()).toBe(false)
    now += 1
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false])
    breaker.succeeded()
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true])
  })

  it("stays open for another pause when the trial fails", () => {
    breaker.failed("refused")
    now += 5_000
    breaker.admit()
    breaker.failed("broken")
    expect(breaker.admit()).toBe(false)
    now += 5_000
    expect(breaker.admit()).toBe(true)
  })
})
