/** The view model of the product list. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogQuery, PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"
import { bareName } from "@ocop/backend/contracts/place-name"
import { districtNames, listPlaces } from "#app/features/place/place.server"
import { listProducers } from "#app/features/producer/producer.server"
import { showroomNames } from "#app/features/showroom/showroom.server"
import { soon } from "#app/lib/cached.server"
import { paths } from "#app/lib/paths"
import { searchCatalog } from "./catalog.server"
import { facetView, type FacetNames } from "./facet-view"
import { filterChips, filterCount } from "./filter-chips"
import { productCardView } from "./product-card-view"
import { catalogQuery } from "./query"
import { type Search, searchShop } from "./search.server"
import { quoted } from "./literal-text"

/** Products to offer where nothing was found. */
const POPULAR = 4

/** @param typed as in the address; what is shown is what was made of it. */
export async function catalogListPage(typed: CatalogQuery) {
  const [search, names] = await Promise.all([searchShop(typed), facetNames()])
  const { page, query } = search
  const today = dayInVietnam()
  const chips = filterChips(query, {
    districts: names.districts,
    commune: query.commune === null ? undefined : names.communes[query.commune]?.name,
    producer: query.producer === null ? undefined : names.producers[query.producer],
    point: query.point === null ? undefined : names.points[query.point],
  })
  const last = Math.max(1, Math.ceil(page.total / PAGE_SIZE))
  const popular =
    page.total === 0 ? await searchCatalog(catalogQuery({ inStock: true })) : null
  return {
    typed,
    query,
    total: page.total,
    last,
    degraded: page.degraded,
    products: page.products.map((product) => productCardView(product, today)),
    facets: facetView(query, page.facets, names),
    chips: chips.map(({ label, without }) => ({ label, href: paths.catalog(without) })),
    filters: filterCount(query),
    reading: readingView(search, typed),
    /** Whether only another reading of the words found something. */
    corrected: page.total > 0 && search.reading.kind !== "as-typed",
    help: search.help.map(({ text, total }) => ({
      text,
      total,
      href: paths.catalog({ q: text }),
    })),
    popular: (popular?.products ?? [])
      .slice(0, POPULAR)
      .map((product) => productCardView(product, today)),
  }
}

/** What is said above the results about how the words were taken; null where nothing is to say. */
function readingView({ reading, phrases, query, page }: Search, typed: CatalogQuery) {
  if (page.total === 0 || (reading.kind === "as-typed" && phrases.length === 0))
    return null
  return {
    kind: reading.kind,
    /** The words searched for. */
    text: reading.kind === "as-typed" ? query.q : reading.text,
    phrases,
    /** The same text taken word by word. */
    literal: paths.catalog({ ...typed, q: quoted(typed.q), page: 1 }),
  }
}

/** Names for the slugs of facets; those the backend cannot tell now stay away. */
async function facetNames(): Promise<FacetNames> {
  const [districts, points, places, producers] = await Promise.all([
    soon(districtNames()),
    soon(showroomNames()),
    soon(listPlaces()),
    soon(listProducers()),
  ])
  const communes: FacetNames["communes"] = {}
  for (const commune of places?.communes ?? []) {
    // "Xã Tiên Phước (nay)": the unit of today often has the name of a former district.
    communes[commune.current_slug] ??= { name: commune.current_name, district: null }
    communes[commune.slug] = {
      name: bareName(commune.name),
      district: commune.district_slug,
    }
  }
  return {
    districts: districts ?? {},
    points: points ?? {},
    communes,
    producers: Object.fromEntries(
      (producers ?? []).map(({ handle, name }) => [handle, name]),
    ),
  }
}
