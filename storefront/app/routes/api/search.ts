import { type LoaderFunctionArgs } from "@remix-run/node"
import {
  type CatalogDocument,
  type SearchResponse,
  starsOn,
} from "@ocop/backend/contracts/catalog"
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { catalogParams, parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { answerJson } from "#app/features/catalog/api.server"
import { type CatalogFacets } from "#app/features/catalog/catalog-page"
import { smallestPicture } from "#app/features/catalog/smallest-picture"
import { type Search, searchShop } from "#app/features/catalog/search.server"

/** The list as JSON, with the same query as the page. */
export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> =>
  answerJson(async (): Promise<SearchResponse> => {
    const typed = parseCatalogQuery(new URL(request.url).searchParams)
    const search = await searchShop(typed)
    const { total, page, pageSize, products, facets } = search.page
    const today = dayInVietnam()
    return {
      total,
      page,
      pageSize,
      hits: products.map((product) => hitOf(product, today)),
      facets: countsOf(facets),
      ...understoodOf(search),
    }
  })

function countsOf(facets: CatalogFacets): SearchResponse["facets"] {
  const { group, stars, districts, communes, producers, entityType, point, inStock } =
    facets
  return { group, stars, districts, communes, producers, entityType, point, inStock }
}

function understoodOf({
  query,
  phrases,
  reading,
}: Search): Pick<SearchResponse, "understood"> {
  if (reading.kind === "as-typed" && phrases.length === 0) return {}
  const words = reading.kind === "as-typed" ? query.q : reading.text
  return {
    understood: { words, query: catalogParams({ ...query, q: words }).toString() },
  }
}

const hitOf = (
  product: CatalogDocument,
  today: string,
): SearchResponse["hits"][number] => ({
  handle: product.handle,
  title: product.title,
  price: product.price,
  stars: starsOn(product, today),
  producer: product.producer,
  commune: product.commune,
  district: product.district,
  group: product.group,
  inStock: product.in_stock,
  thumbnail: product.thumbnail && smallestPicture(product.thumbnail),
})
