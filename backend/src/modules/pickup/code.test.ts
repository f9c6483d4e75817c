import { describe, expect, it } from "vitest"
import { fingerprintOf, isSameCode, newCode } from "./code"

describe("newCode", () => {
  it("is always six digits, and not always the same", () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(400)
  })
})

describe("isSameCode", () => {
  it("knows the code and nothing else", () => {
    expect(isSameCode("012345", "012345")).toBe(true)
    expect(isSameCode("012346", "012345")).toBe(false)
    expect(isSameCode("12345", "012345")).toBe(false)
    expect(isSameCode("", "012345")).toBe(false)
    expect(isSameCode("012345 ".repeat(100), "012345")).toBe(false)
  })
})

describe("fingerprintOf", () => {
  it("tells contents apart that read the same when joined", () => {
    expect(fingerprintOf(["a", "b"])).toBe(fingerprintOf(["a", "b"]))
    expect(fingerprintOf(["a", "b"])).not.toBe(fingerprintOf(["ab", ""]))
  })
})
