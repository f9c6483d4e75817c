/**
 * The storefront's pages and its search against the framework's own product list, on one backend in
 * one run. Rounds are interleaved (A-B-B-A) and the first is dropped.
 */
import { storefrontSettings } from "../support/backend"
import { env } from "../support/env"
import { search } from "../support/search"
import { lighthouseScores, transferOf, withBrowser } from "./browser"
import { capacity, timeToFirstByte, type Target } from "./load"
import { QUERIES } from "./queries"
import { type Recorder, type Row } from "./report"
import { rounds, Samples } from "./rounds"
import { quantile, spread } from "./statistics"
import { withUncachedStore } from "./uncached"

const CLIENTS = 8
const SECONDS = 4
/** The peer answers a few times a second: it gets longer, so that its figure is one, too. */
const PEER_SECONDS = 8
const SAMPLES = 40
const LIGHTHOUSE_RUNS = 3

const html = { accept: "text/html" }

async function targets(uncached: string) {
  const { publishable_key, region_id } = await storefrontSettings()
  const { hits } = await search("con-hang=1&sap-xep=gia-tang")
  const hit = hits[0]
  if (!hit) throw new Error("nothing is for sale: seed the shop first")
  const list = (origin: string, name: string): Target => ({
    name,
    url: `${origin}/san-pham`,
    headers: html,
    holds: (body) =>
      body.includes("</html>") && body.split('href="/san-pham/').length > 24,
  })
  const product = (origin: string, name: string): Target => ({
    name,
    url: `${origin}/san-pham/${hit.handle}`,
    headers: html,
    holds: (body) => body.includes("</html>") && body.includes(hit.title),
  })
  const store = new URLSearchParams({ limit: "24", region_id })
  store.set("fields", "*variants.calculated_price")
  const storeHeaders = { "x-publishable-api-key": publishable_key }
  const peer: Target = {
    name: "Medusa GET /store/products?limit=24 with calculated prices",
    url: `${env.BACKEND_URL}/store/products?${store}`,
    headers: storeHeaders,
    holds: (body) => body.split('"calculated_amount"').length > 24,
  }
  const ask = (q: string): Target => ({
    name: `search "${q}"`,
    url: `${env.STORE_URL}/api/search?${new URLSearchParams({ q })}`,
    headers: {},
    holds: (body) => body.includes('"hits"'),
  })
  const askPeer = (q: string): Target => ({
    name: `store search "${q}"`,
    url: `${env.BACKEND_URL}/store/products?${store}&${new URLSearchParams({ q })}`,
    headers: storeHeaders,
    holds: (body) => body.includes('"products"'),
  })
  return {
    product: hit,
    pages: [
      list(env.STORE_URL, "product list, cached"),
      list(uncached, "product list, uncached"),
      product(env.STORE_URL, "product page, cached"),
      product(uncached, "product page, uncached"),
    ],
    peer,
    ask,
    askPeer,
  }
}

export async function pageRows({ keep, disturbance }: Recorder): Promise<Row[]> {
  const rows: Row[] = []

  await withUncachedStore(async (uncached) => {
    const { pages, peer, ask, askPeer } = await targets(uncached)

    const first = new Samples()
    await rounds(async (round, turned) => {
      disturbance()
      for (const target of turned ? [...pages].reverse() : pages) {
        const times: number[] = []
        for (let sample = 0; sample < SAMPLES; sample += 1)
          times.push(await timeToFirstByte(target))
        first.add(round, target.name, quantile(times, 0.5))
      }
    })
    for (const { name } of pages)
      rows.push({
        title: `TTFB at 1 client: ${name}`,
        unit: "ms",
        value: keep(`ttfb ${name}`, first.of(name)),
        target: name.endsWith("uncached") ? { atMost: 40 } : { atMost: 10 },
      })

    const served = new Samples()
    await rounds(async (round, turned) => {
      disturbance()
      for (const target of turned ? [peer, ...pages].reverse() : [peer, ...pages]) {
        const seconds = target === peer ? PEER_SECONDS : SECONDS
        served.add(round, target.name, await capacity(target, CLIENTS, seconds))
      }
    })
    rows.push({
      title: `capacity at ${CLIENTS} clients: ${peer.name} (peer)`,
      unit: "/s",
      value: keep(`capacity ${peer.name}`, served.of(peer.name)),
    })
    for (const { name } of pages)
      rows.push(
        {
          title: `capacity at ${CLIENTS} clients: ${name}`,
          unit: "/s",
          value: keep(`capacity ${name}`, served.of(name)),
        },
        {
          title: `capacity ratio to the peer: ${name}`,
          unit: "×",
          value: keep(`ratio ${name}`, served.ratios(name, peer.name)),
          // The target is for pages as visitors get them; the cost of making one stands beside it.
          ...(!name.endsWith("uncached") && { target: { atLeast: 30 } }),
        },
      )

    const found = new Samples()
    await rounds(async (round) => {
      const times: Record<"own" | "peer", number[]> = { own: [], peer: [] }
      for (const q of QUERIES) {
        times.own.push(await timeToFirstByte(ask(q)))
        times.peer.push(await timeToFirstByte(askPeer(q)))
      }
      found.add(round, "own", quantile(times.own, 0.95))
      found.add(round, "peer", quantile(times.peer, 0.95))
    })
    rows.push(
      {
        title: "search p95 at 1 client: /api/search",
        unit: "ms",
        value: keep("search own", found.of("own")),
      },
      {
        title: "search p95 at 1 client: GET /store/products?q= (peer)",
        unit: "ms",
        value: keep("search peer", found.of("peer")),
      },
      {
        title: "search p95 ratio to the peer",
        unit: "×",
        value: keep("search ratio", found.ratios("own", "peer")),
        target: { atMost: 0.3 },
      },
    )
  })

  const { hits } = await search("con-hang=1&sap-xep=gia-tang")
  const product = `${env.STORE_URL}/san-pham/${hits[0]?.handle}`
  await withBrowser(async (browser, port) => {
    const { document, script, total } = await transferOf(browser, product)
    const bytes = (title: string, value: number, limit?: number) =>
      rows.push({
        title: `transferred on the product page: ${title}`,
        unit: "kB",
        value: spread([value / 1000]),
        ...(limit !== undefined && { target: { atMost: limit } }),
      })
    bytes("JavaScript", script, 110)
    bytes("HTML", document, 20)
    bytes("everything", total)
    const urls = { home: env.STORE_URL, list: `${env.STORE_URL}/san-pham`, product }
    for (const [name, url] of Object.entries(urls))
      for (const [category, score] of Object.entries(
        await lighthouseScores(url, port, LIGHTHOUSE_RUNS),
      ))
        rows.push({
          title: `Lighthouse mobile, ${name}: ${category}`,
          unit: "",
          value: spread([score]),
          target: { atLeast: 95 },
        })
  })

  return rows
}
