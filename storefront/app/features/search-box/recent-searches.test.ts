import { beforeEach, describe, expect, it } from "vitest"
import {
  forgetSearch,
  forgetSearches,
  recentSearches,
  rememberSearch,
} from "./recent-searches"

const memory = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe("recent searches", () => {
  let store = memory()
  beforeEach(() => {
    store = memory()
  })

  it("come newest first, each once, six at most", () => {
    for (const text of ["a", "b", "c", "d", "e", "f", "g", "B"])
      rememberSearch(store, text)
    expect(recentSearches(store)).toEqual(["B", "g", "f", "e", "d", "c"])
  })
  it("can be forgotten one by one and all at once", () => {
    for (const text of ["trà", "mật ong"]) rememberSearch(store, text)
    forgetSearch(store, "trà")
    expect(recentSearches(store)).toEqual(["mật ong"])
    forgetSearches(store)
    expect(store.kept.size).toBe(0)
  })
  it.each(["{", "null", "5", '{"a":1}', '[1,"",{}]'])("%s is none", (kept) => {
    store.kept.set("tim-gan-day", kept)
    expect(recentSearches(store)).toEqual([])
  })
  it("are none where the browser keeps nothing", () => {
    const forbidden = () => {
      throw new Error("SecurityError")
    }
    const full = { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
    rememberSearch(full, "trà")
    rememberSearch(null, "trà")
    expect([recentSearches(full), recentSearches(null)]).toEqual([[], []])
  })
  it("never hold nothing or a novel", () => {
    rememberSearch(store, "")
    rememberSearch(store, "x".repeat(101))
    expect(recentSearches(store)).toEqual([])
  })
})
