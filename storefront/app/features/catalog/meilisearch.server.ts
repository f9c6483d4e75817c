/** The catalogue answered by Meilisearch. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { type CatalogQuery, PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"
import { type CatalogPage } from "./catalog-page"
import { type Candidates } from "./suggestions"
import { ALL_FIELDS, LIST_FIELDS, readDocuments } from "./documents.server"
import { ask, type Result, shopConfig } from "./engine.server"
import { type EngineWords } from "./readings"
import {
  type Condition,
  conditionsOf,
  conditionsOfFacet,
  FACET_FIELDS,
  type Facet,
  facetsFor,
  meilisearchFilter,
  meilisearchSort,
  orderOf,
  separateFacets,
} from "./filters"

const fieldsOf = (...tiers: string[]) =>
  tiers.flatMap((tier) => [`words_${tier}`, `accents_${tier}`])
const FIELDS = {
  goods: fieldsOf("name", "other_names"),
  names: fieldsOf("name", "other_names", "producer", "place"),
}

/** A space after the last word tells the engine that it is whole. */
const wordsParams = ({ words, unfinished, within }: EngineWords) => ({
  q: words === "" || unfinished ? words : `${words} `,
  matchingStrategy: "all" as const,
  ...(within === "all" ? {} : { attributesToSearchOn: FIELDS[within] }),
})

const channelFilter = (channel: string) =>
  meilisearchFilter([
    { field: "sales_channel_ids", operator: "=", value: channel, facet: null },
  ])

/** How many products each of the words would find. */
export async function countMeilisearch(ways: readonly EngineWords[]): Promise<number[]> {
  const filter = channelFilter((await scopeNow()).channel)
  const results = await ask((indexUid) =>
    ways.map((words) => ({
      ...wordsParams(words),
      indexUid,
      filter,
      // Exhaustive, unlike the estimate that comes with a limit.
      hitsPerPage: 1,
      attributesToRetrieve: ["id"],
    })),
  )
  return results.map(({ totalHits }) => totalHits ?? 0)
}

export async function searchMeilisearch(
  query: CatalogQuery,
  words: EngineWords,
): Promise<CatalogPage> {
  const scope = await scopeNow()
  const conditions = conditionsOf(query, scope)
  const separate = separateFacets(conditions)
  const shared = wordsParams(words)
  const [main, ...facetResults] = await ask((indexUid) => [
    {
      ...shared,
      indexUid,
      filter: meilisearchFilter(conditions),
      sort: meilisearchSort(orderOf(query.sort, words.words)),
      page: query.page,
      hitsPerPage: PAGE_SIZE,
      attributesToRetrieve: LIST_FIELDS,
      facets: facetsFor(query)
        .filter((facet) => !separate.includes(facet))
        .map((facet) => FACET_FIELDS[facet]),
    },
    ...separate.map((facet) => ({
      ...shared,
      indexUid,
      filter: meilisearchFilter(conditionsOfFacet(conditions, facet, scope.today)),
      limit: 0,
      facets: [FACET_FIELDS[facet]],
    })),
  ])
  const resultFor = (facet: Facet) => facetResults[separate.indexOf(facet)] ?? main
  const counts = (facet: Facet) =>
    resultFor(facet)?.facetDistribution?.[FACET_FIELDS[facet]] ?? {}
  return {
    total: main?.totalHits ?? 0,
    page: query.page,
    pageSize: PAGE_SIZE,
    products: readDocuments(main?.hits ?? []),
    facets: {
      group: counts("group"),
      stars: counts("stars"),
      districts: counts("districts"),
      communes: counts("communes"),
      producers: counts("producers"),
      entityType: counts("entityType"),
      point: counts("point"),
      inStock: counts("inStock"),
      price: resultFor("price")?.facetStats?.price ?? null,
    },
    degraded: false,
  }
}

/** Documents that have one of the values in a field, with all that the contract holds. */
export async function documentsWhere(
  field: "handle",
  values: readonly string[],
  { detail }: { detail: boolean },
): Promise<CatalogDocument[]> {
  const { channel } = await scopeNow()
  const conditions: Condition[] = [
    { field: "sales_channel_ids", operator: "=", value: channel, facet: null },
    { field, operator: "in", value: values, facet: null },
  ]
  const [result] = await ask((indexUid) => [
    {
      indexUid,
      q: "",
      filter: meilisearchFilter(conditions),
      limit: values.length,
      attributesToRetrieve: detail ? ALL_FIELDS : LIST_FIELDS,
    },
  ])
  return readDocuments(result?.hits ?? [])
}

/** Candidates for suggestions: by any field, by producer, by place. */
export async function suggestMeilisearch(
  words: EngineWords,
  limit: number,
): Promise<Candidates> {
  const { channel } = await scopeNow()
  const shared = {
    ...wordsParams(words),
    filter: channelFilter(channel),
    attributesToRetrieve: LIST_FIELDS,
  }
  const results = await ask((indexUid) => [
    { ...shared, indexUid, limit },
    {
      ...shared,
      indexUid,
      limit,
      attributesToSearchOn: ["words_producer"],
      distinct: "producer_handle",
    },
    {
      ...shared,
      indexUid,
      limit: 4 * limit,
      attributesToSearchOn: ["words_place"],
      distinct: "commune_slug",
    },
  ])
  const read = (result: Result | undefined) => readDocuments(result?.hits ?? [])
  return {
    products: read(results[0]),
    producers: read(results[1]),
    places: read(results[2]),
  }
}

const scopeNow = async () => ({
  channel: (await shopConfig()).sales_channel_id,
  today: dayInVietnam(),
})
