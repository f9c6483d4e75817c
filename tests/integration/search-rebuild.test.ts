/** Shoppers search while the whole projection is built anew and swapped in, twice: the second build drops what the first replaced. */
import { expect, it } from "vitest"
import { z } from "zod"
import { rows } from "../support/database"
import { rebuildSearch } from "../support/own-backend"
import { search } from "../support/search"
import { Visitor } from "../support/visitor"

const BUILDS = 2
const LIMIT_MS = 180_000
const visitor = new Visitor()

/** A price range that holds everything and that nobody has asked for yet, so that no page is cached. */
let asked = 0
const everything = (): string => `gia=1-${10 ** 8 + (asked += 1)}`

const active = z.object({ name: z.string(), active_version: z.number() })
const activeVersions = async (): Promise<Map<string, number>> =>
  new Map(
    (
      await rows(
        active,
        "select name, active_version from search_index where deleted_at is null",
      )
    ).map(({ name, active_version }) => [name, active_version]),
  )

it(
  "a full rebuild shows nobody an empty list",
  async () => {
    const { total } = await search("")
    const before = await activeVersions()
    const seen = {
      totals: new Set<number>(),
      perPage: new Set<number>(),
      asked: 0,
    }
    let building = true
    const shopper = async () => {
      while (building) {
        const [found, page] = [
          await search(everything()),
          await visitor.get(`/san-pham?${everything()}`),
        ]
        seen.asked += 1
        seen.totals.add(found.total)
        seen.perPage.add(page.$('main li a[href^="/san-pham/"]').length)
        expect(page.status).toBe(200)
      }
    }
    const builds = async () => {
      for (let build = 0; build < BUILDS; build += 1) await rebuildSearch()
    }
    await Promise.all([shopper(), shopper(), builds().finally(() => (building = false))])

    const after = await activeVersions()
    expect([...before.keys()].sort()).toEqual(["product", "product_fallback"])
    for (const [name, version] of before) expect(after.get(name)).toBe(version + BUILDS)
    expect(seen.asked).toBeGreaterThan(20)
    expect([...seen.totals]).toEqual([total])
    expect(seen.perPage.size).toBe(1)
    expect(Math.min(...seen.perPage)).toBeGreaterThan(0)
  },
  LIMIT_MS,
)
