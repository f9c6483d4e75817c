import { gunzipSync } from "node:zlib"
import { describe, expect, it, vi } from "vitest"
import { encode, etagOf, matchesEtag, PageCache, type Rendered } from "./page-cache"

const page = (text: string, status = 200): Rendered => ({
  status,
  headers: {},
  body: Buffer.from(text),
})

function setUp({ enabled = true } = {}) {
  const clock = { now: 0, version: "1" }
  const cache = new PageCache({
    enabled,
    version: async () => clock.version,
    maxBytes: 100_000,
    freshMs: 60_000,
    staleMs: 30_000,
    missingMs: 5_000,
    now: () => clock.now,
  })
  return { clock, cache }
}

describe("PageCache", () => {
  it("renders once, however many ask at the same time", async () => {
    const { cache } = setUp()
    const render = vi.fn(async () => page("a"))
    const answers = await Promise.all([1, 2, 3].map(() => cache.get("/", render)))
    expect(render).toHaveBeenCalledTimes(1)
    expect(new Set(answers.map((answer) => answer.page)).size).toBe(1)
    expect((await cache.get("/", render)).state).toBe("hit")
  })

  it("keeps nothing when switched off", async () => {
    const { cache } = setUp({ enabled: false })
    const render = vi.fn(async () => page("a"))
    await cache.get("/", render)
    expect((await cache.get("/", render)).state).toBe("miss")
    expect(render).toHaveBeenCalledTimes(2)
  })

  it("renders anew as soon as the catalogue has changed", async () => {
    const { cache, clock } = setUp()
    await cache.get("/", async () => page("old"))
    clock.version = "2"
    const { page: answer, state } = await cache.get("/", async () => page("new"))
    expect([answer.body.toString(), state]).toEqual(["new", "miss"])
  })

  it("shows an old page while one new rendering is under way, then no longer", async () => {
    const { cache, clock } = setUp()
    await cache.get("/", async () => page("old"))
    clock.now = 61_000
    expect((await cache.get("/", async () => page("new"))).page.body.toString()).toBe(
      "old",
    )
    await vi.waitFor(async () =>
      expect((await cache.get("/", async () => page("x"))).page.body.toString()).toBe(
        "new",
      ),
    )
    clock.now += 91_000
    expect((await cache.get("/", async () => page("newest"))).state).toBe("miss")
  })

  it("keeps no failure, and what is missing only for a moment", async () => {
    const { cache, clock } = setUp()
    await cache.get("/", async () => page("down", 503))
    expect((await cache.get("/", async () => page("up"))).page.status).toBe(200)
    await cache.get("/x", async () => page("none", 404))
    expect((await cache.get("/x", async () => page("none", 404))).state).toBe("hit")
    clock.now = 6_000
    expect((await cache.get("/x", async () => page("there"))).state).toBe("miss")
  })

  it("passes a failed rendering on and tries again the next time", async () => {
    const { cache } = setUp()
    await expect(
      cache.get("/", () => Promise.reject(new Error("no backend"))),
    ).rejects.toThrow("no backend")
    expect((await cache.get("/", async () => page("up"))).state).toBe("miss")
  })
})

describe("encodings", () => {
  it("compresses a page once and tags each encoding of its own", async () => {
    const { cache } = setUp()
    const { page: answer } = await cache.get("/", async () =>
      page("Nước mắm ".repeat(50)),
    )
    const zipped = await encode(answer, "gzip")
    expect(gunzipSync(zipped).equals(answer.body)).toBe(true)
    expect(await encode(answer, "gzip")).toBe(zipped)
    expect(etagOf(answer, "gzip")).not.toBe(etagOf(answer, "br"))
  })

  it("reads If-None-Match as a list, weak tags included", () => {
    expect(matchesEtag('"a", W/"b"', '"b"')).toBe(true)
    expect(matchesEtag("*", '"b"')).toBe(true)
    expect(matchesEtag('"a"', '"b"')).toBe(false)
    expect(matchesEtag(undefined, '"b"')).toBe(false)
  })
})
