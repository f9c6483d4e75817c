/** The view model of the product list. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogQuery, PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"
import { districtNames, listPlaces } from "#app/features/place/place.server"
import { showroomNames } from "#app/features/showroom/showroom.server"
import { paths } from "#app/lib/paths"
import { searchCatalog } from "./catalog.server"
import { facetView } from "./facet-view"
import { filterChips, filterCount } from "./filter-chips"
import { productCardView } from "./product-card-view"

export async function catalogListPage(query: CatalogQuery) {
  const [page, districts, points, commune] = await Promise.all([
    searchCatalog(query),
    districtNames(),
    showroomNames(),
    communeName(query.commune),
  ])
  const today = dayInVietnam()
  const chips = filterChips(query, {
    districts,
    commune,
    // All results are of that producer, so the first one knows its name.
    producer: page.products[0]?.producer,
    point: query.point === null ? undefined : points[query.point],
  })
  return {
    query,
    total: page.total,
    last: Math.max(1, Math.ceil(page.total / PAGE_SIZE)),
    degraded: page.degraded,
    products: page.products.map((product) => productCardView(product, today)),
    facets: facetView(query, page.facets, { districts, points }),
    chips: chips.map(({ label, without }) => ({ label, href: paths.catalog(without) })),
    filters: filterCount(query),
  }
}

async function communeName(slug: string | null): Promise<string | undefined> {
  if (slug === null) return undefined
  const places = await listPlaces().catch(() => null)
  return places?.communes.find((commune) => commune.slug === slug)?.name
}
