/**
 * The search: the page as shoppers get it against the framework's own two ways of searching the same
 * products, what it costs at the server, how soon a change is found, and a rebuild meanwhile.
 */
import { randomFrom, zipf } from "../../seed/load/chance"
import { storefrontSettings } from "../support/backend"
import { env } from "../support/env"
import { capacity, type Target } from "./load"
import { QUERIES } from "./queries"
import { type Recorder, type Row } from "./report"
import { rounds, Samples } from "./rounds"
import {
  freshness,
  quietP95,
  rebuildWhileSearching,
  searchP95,
  shopSize,
  suggestP95,
  whileSearching,
} from "./search-measures"
import { spread } from "./statistics"
import { withUncachedStore } from "./uncached"

const CLIENTS = 8
const SECONDS = 4
/** The peers answer a few times a second: they get longer, so that their figures are some, too. */
const PEER_SECONDS = 8
const CAPACITY_ROUNDS = 4
const QUIET_SECONDS = 15
/** Long enough that each client meets rare queries, too. */
const ASKED = 400
const PAGE_SIZE = 24

/** The query list as shops are asked: the n-th 1/n as often as the first. */
function asked(): string[] {
  const random = randomFrom(1)
  const draw = zipf(QUERIES)
  return Array.from({ length: ASKED }, () => draw(random))
}

async function targets(uncached: string): Promise<{ own: Target[]; peers: Target[] }> {
  const { publishable_key, region_id, search } = await storefrontSettings()
  const storeHeaders = { "x-publishable-api-key": publishable_key }
  const queries = asked()
  const page = (name: string, origin: string): Target => ({
    name,
    url: origin,
    headers: { accept: "text/html" },
    requests: queries.map((q) => ({
      path: `/san-pham?${new URLSearchParams({ q })}`,
    })),
    holds: (body) => body.includes("</html>") && body.includes('href="/san-pham/'),
  })
  const list = {
    limit: String(PAGE_SIZE),
    region_id,
    fields: "*variants.calculated_price",
  }
  // What the page shows: a page of hits, how many there are, and the counts beside the filters.
  const storeSearch = (q: string) => ({
    queries: [
      {
        entity: search.fallback_entity,
        fields: ["id", "handle", "title", "price", "stars", "producer", "district"],
        filters: { q },
        pagination: { take: PAGE_SIZE },
        search_options: {
          match_strategy: "last",
          count: "exact",
          facets: ["group", "district_slug", "entity_type", "points", "in_stock"].map(
            (field) => ({ field, limit: 300 }),
          ),
        },
      },
    ],
  })
  return {
    own: [page("search page", env.STORE_URL), page("search page, uncached", uncached)],
    peers: [
      {
        name: "GET /store/products?q=",
        url: env.BACKEND_URL,
        headers: storeHeaders,
        requests: queries.map((q) => ({
          path: `/store/products?${new URLSearchParams({ ...list, q })}`,
        })),
        holds: (body) => body.includes('"products"'),
      },
      {
        name: "POST /store/search",
        url: env.BACKEND_URL,
        headers: { ...storeHeaders, "content-type": "application/json" },
        requests: queries.map((q) => ({
          method: "POST",
          path: "/store/search",
          body: JSON.stringify(storeSearch(q)),
        })),
        holds: (body) => body.includes('"hits"') && body.includes('"facets"'),
      },
    ],
  }
}

/** How many times as much the page can do as each of the peers. */
const WANTED: Record<string, number> = {
  "GET /store/products?q=": 30,
  "POST /store/search": 3,
}

const capacityRows = ({ keep, disturbance }: Recorder): Promise<Row[]> =>
  withUncachedStore(async (uncached) => {
    const { own, peers } = await targets(uncached)
    const served = new Samples()
    await rounds(async (round, turned) => {
      disturbance()
      const all = [...peers, ...own]
      for (const target of turned ? all.reverse() : all) {
        const seconds = peers.includes(target) ? PEER_SECONDS : SECONDS
        served.add(round, target.name, await capacity(target, CLIENTS, seconds))
      }
    }, CAPACITY_ROUNDS)
    return [
      ...[...peers, ...own].map(({ name }) => ({
        title: `capacity at ${CLIENTS} clients: ${name}${name in WANTED ? " (peer)" : ""}`,
        unit: "/s",
        value: keep(`capacity ${name}`, served.of(name)),
      })),
      ...own.flatMap(({ name }) =>
        peers.map((peer) => ({
          title: `capacity ratio to ${peer.name}: ${name}`,
          unit: "×",
          value: keep(`ratio ${name} ${peer.name}`, served.ratios(name, peer.name)),
          // The target is for pages as visitors get them; the cost of making one stands beside it.
          ...(!name.endsWith("uncached") && {
            target: { atLeast: WANTED[peer.name] ?? 1 },
          }),
        })),
      ),
    ]
  })

export type SizeFigures = {
  products: number
  search: number
  suggest: number
  build: number
}

/** What does not depend on a peer, at the size that the shop has now. */
export async function rowsOfSize({
  keep,
  disturbance,
}: Recorder): Promise<{ rows: Row[]; figures: SizeFigures }> {
  const products = await shopSize()
  const at = `${products.toLocaleString("en")} products: `
  const served = new Samples()
  await rounds(async (round) => {
    disturbance()
    served.add(round, "search", await searchP95())
    served.add(round, "suggest", await suggestP95())
  })
  const quiet = await freshness()
  const before = await quietP95(QUIET_SECONDS)
  const { load, result: busy } = await whileSearching(freshness)
  const rebuild = await rebuildWhileSearching()
  const searching = keep(`${at}search p95`, served.of("search"))
  const suggesting = keep(`${at}suggestions p95`, served.of("suggest"))
  const seconds = (title: string, times: readonly number[]): Row => ({
    title: `${at}${title}`,
    unit: "s",
    value: keep(`${at}${title}`, times),
  })
  const slowest = (title: string, times: readonly number[]): Row => ({
    title: `${at}${title}, the slowest`,
    unit: "s",
    value: spread([Math.max(...times)]),
    target: { atMost: 5 },
  })
  const rows: Row[] = [
    {
      title: `${at}search p95 at 1 client`,
      unit: "ms",
      value: searching,
      target: { atMost: 25 },
    },
    { title: `${at}suggestions p95 at 1 client`, unit: "ms", value: suggesting },
    seconds("a changed price is found", quiet.price),
    slowest("a changed price is found", quiet.price),
    seconds("sold out, or back, is found", quiet.stock),
    slowest("sold out, or back, is found", quiet.stock),
    slowest("a changed price is found while shoppers search", busy.price),
    slowest("sold out, or back, is found while shoppers search", busy.stock),
    {
      title: `${at}search p95 while goods change, to that while none do`,
      unit: "×",
      value: keep(`${at}p95 while goods change`, [load.p95 / before]),
      target: { atMost: 1.5 },
    },
    {
      title: `${at}build of the Meilisearch index while shoppers search`,
      unit: "s",
      value: keep(`${at}build product`, [rebuild.product]),
      target: { atMost: 120 },
    },
    {
      title: `${at}build of the PostgreSQL index while shoppers search`,
      unit: "s",
      value: keep(`${at}build fallback`, [rebuild.fallback]),
      target: { atMost: 120 },
    },
    {
      title: `${at}empty lists during the builds, of ${rebuild.load.asked} searches`,
      unit: "",
      value: spread([rebuild.load.empty]),
      target: { atMost: 0 },
    },
    {
      title: `${at}search p95 during the builds, to that while nothing happens`,
      unit: "×",
      value: keep(`${at}p95 during the builds`, [rebuild.load.p95 / before]),
    },
  ]
  return {
    rows,
    figures: {
      products,
      search: searching.median,
      suggest: suggesting.median,
      build: rebuild.product,
    },
  }
}

export const searchRows = async (recorder: Recorder): Promise<Row[]> => [
  ...(await capacityRows(recorder)),
  ...(await rowsOfSize(recorder)).rows,
]
