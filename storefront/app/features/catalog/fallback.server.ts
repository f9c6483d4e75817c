/** The catalogue answered by PostgreSQL through the store API, while Meilisearch is away. */
import { z } from "zod"
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { type CatalogQuery, PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"
import { plainWords } from "@ocop/backend/contracts/search-text"
import { backendPost } from "#app/lib/backend.server"
import { type CatalogPage, type FacetCounts } from "./catalog-page"
import { ALL_FIELDS, LIST_FIELDS, readDocuments } from "./documents.server"
import { shopConfig } from "./engine.server"
import {
  type Condition,
  conditionsOf,
  conditionsOfFacet,
  FACET_FIELDS,
  type Facet,
  facetsFor,
  orderOf,
  separateFacets,
  storeFilter,
  storeOrder,
} from "./filters"
import { type EngineWords } from "./readings"
import { type Candidates } from "./suggestions"

/** More values than any facet has. */
const MAX_FACET_VALUES = 300

const facetAnswer = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("value"),
    values: z.array(z.object({ value: z.string(), count: z.number() })),
  }),
  z.object({
    type: z.literal("stats"),
    min: z.number(),
    max: z.number(),
    count: z.number(),
  }),
])
const answer = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.object({ document: z.looseObject({}) })),
      facets: z.record(z.string(), facetAnswer).optional(),
      metadata: z.object({ count: z.number().nullable() }),
    }),
  ),
})
type Result = z.output<typeof answer>["results"][number]

type StoreQuery = {
  fields: string[]
  filters: { $and: object[] }
  pagination: { skip?: number; take: number; order?: Record<string, "ASC" | "DESC"> }
  search_options?: object
}

async function askStore(queries: StoreQuery[]): Promise<Result[]> {
  const { search } = await shopConfig()
  const body = {
    queries: queries.map((query) => ({ entity: search.fallback_entity, ...query })),
  }
  return (await backendPost("/store/search", body, answer)).results
}

/** `q` stands among the filters. */
const withWords = ({ words }: EngineWords, conditions: readonly Condition[]) => ({
  ...(words === "" ? {} : { q: words }),
  ...storeFilter(conditions),
})
/** Which fields the words stand in makes no difference here: PostgreSQL ranks by it, no more. */
const strategy = ({ unfinished }: EngineWords) => ({
  match_strategy: unfinished ? "last" : "all",
})

/** How many products each of the words would find. */
export async function countFallback(ways: readonly EngineWords[]): Promise<number[]> {
  const results = await askStore(
    ways.map((words) => ({
      fields: ["id"],
      filters: withWords(words, []),
      pagination: { take: 0 },
      search_options: { ...strategy(words), count: "exact" },
    })),
  )
  return results.map(({ metadata }) => metadata.count ?? 0)
}

const facetRequest = (facet: Facet) =>
  facet === "price"
    ? { field: FACET_FIELDS.price, type: "stats" }
    : { field: FACET_FIELDS[facet], limit: MAX_FACET_VALUES }

export async function searchFallback(
  query: CatalogQuery,
  words: EngineWords,
): Promise<CatalogPage> {
  const scope = {
    channel: (await shopConfig()).sales_channel_id,
    today: dayInVietnam(),
  }
  const conditions = conditionsOf(query, scope)
  const separate = separateFacets(conditions)
  const [main, ...facetResults] = await askStore([
    {
      fields: LIST_FIELDS,
      filters: withWords(words, conditions),
      pagination: {
        skip: (query.page - 1) * PAGE_SIZE,
        take: PAGE_SIZE,
        order: storeOrder(orderOf(query.sort, words.words)),
      },
      search_options: {
        ...strategy(words),
        count: "exact",
        facets: facetsFor(query)
          .filter((facet) => !separate.includes(facet))
          .map(facetRequest),
      },
    },
    ...separate.map((facet) => ({
      fields: ["id"],
      filters: withWords(words, conditionsOfFacet(conditions, facet, scope.today)),
      pagination: { take: 0 },
      search_options: {
        ...strategy(words),
        count: "none",
        facets: [facetRequest(facet)],
      },
    })),
  ])
  const resultFor = (facet: Facet) =>
    (facetResults[separate.indexOf(facet)] ?? main)?.facets?.[FACET_FIELDS[facet]]
  const counts = (facet: Facet): FacetCounts => {
    const result = resultFor(facet)
    return result?.type === "value"
      ? Object.fromEntries(result.values.map(({ value, count }) => [value, count]))
      : {}
  }
  const price = resultFor("price")
  return {
    total: main?.metadata.count ?? 0,
    page: query.page,
    pageSize: PAGE_SIZE,
    products: documentsOf(main),
    facets: {
      group: counts("group"),
      stars: counts("stars"),
      districts: counts("districts"),
      communes: counts("communes"),
      producers: counts("producers"),
      entityType: counts("entityType"),
      point: counts("point"),
      inStock: counts("inStock"),
      price:
        price?.type === "stats" && price.count > 0
          ? { min: price.min, max: price.max }
          : null,
    },
    degraded: true,
  }
}

const documentsOf = (result: Result | undefined): CatalogDocument[] =>
  readDocuments((result?.hits ?? []).map(({ document }) => document))

/** Documents that have one of the values in a field. */
export async function fallbackDocumentsWhere(
  field: "handle",
  values: readonly string[],
  { detail }: { detail: boolean },
): Promise<CatalogDocument[]> {
  const [result] = await askStore([
    {
      fields: detail ? ALL_FIELDS : LIST_FIELDS,
      filters: storeFilter([{ field, operator: "in", value: values, facet: null }]),
      pagination: { take: Math.min(values.length, 100) },
    },
  ])
  return documentsOf(result)
}

/**
 * Producers and places are those of the products found: PostgreSQL has its index over all fields
 * together, and would read every document to look in one of them.
 */
export async function suggestFallback(
  words: EngineWords,
  limit: number,
): Promise<Candidates> {
  const [found] = await askStore([
    {
      fields: LIST_FIELDS,
      filters: withWords(words, []),
      pagination: { take: 4 * limit },
      search_options: { ...strategy(words), count: "none" },
    },
  ])
  const documents = documentsOf(found)
  const typed = words.words.split(" ")
  const named = (name: string | null) =>
    typed.some((word) => word !== "" && ` ${plainWords(name ?? "")}`.includes(` ${word}`))
  return {
    products: documents.slice(0, limit),
    producers: documents.filter(({ producer }) => named(producer)),
    places: documents,
  }
}
