/** The view model of the home page. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { GROUPS, groupSlug } from "@ocop/backend/contracts/group"
import { type ProducerView } from "@ocop/backend/contracts/producer"
import { searchCatalog } from "#app/features/catalog/catalog.server"
import { productCardView } from "#app/features/catalog/product-card-view"
import { catalogQuery } from "#app/features/catalog/query"
import { shortOrigin } from "#app/features/place/short-origin"
import { listPlaces } from "#app/features/place/place.server"
import { placesView } from "#app/features/place/places-view"
import { listProducers } from "#app/features/producer/producer.server"
import { listShowrooms } from "#app/features/showroom/showroom.server"

const SHELF = 8
const STORIES = 3
const POINTS = 4

export async function homePage() {
  const [all, best, newest, places, producers, showrooms] = await Promise.all([
    searchCatalog(catalogQuery()),
    searchCatalog(catalogQuery({ stars: [4, 5], sort: "sao", inStock: true })),
    searchCatalog(catalogQuery({ sort: "moi", inStock: true })),
    listPlaces().catch(() => ({ districts: [], communes: [] })),
    listProducers().catch(() => []),
    listShowrooms().catch(() => []),
  ])
  const today = dayInVietnam()
  const cards = (products: readonly CatalogDocument[], count: number) =>
    products.slice(0, count).map((product) => productCardView(product, today))
  const onBestShelf = new Set(best.products.slice(0, SHELF).map(({ id }) => id))
  return {
    total: all.total,
    certified: [3, 4, 5].reduce((sum, stars) => sum + (all.facets.stars[stars] ?? 0), 0),
    groups: groupSlug.options.map((slug) => ({
      slug,
      label: GROUPS[slug].short,
      count: all.facets.group[slug] ?? 0,
    })),
    best: cards(best.products, SHELF),
    newest: cards(
      newest.products.filter(({ id }) => !onBestShelf.has(id)),
      SHELF / 2,
    ),
    // Without the lists of communes: the page is also sent as data.
    districts: placesView(places).districts.map(
      ({ name, slug, mountain, products, radius, centre }) => ({
        name,
        slug,
        mountain,
        products,
        radius,
        centre,
      }),
    ),
    communes: places.communes.filter(({ product_count }) => product_count > 0).length,
    producers: producers.length,
    stories: withStories(producers).map(
      ({ handle, name, entity_type, story, commune, district }) => ({
        handle,
        name,
        entity_type,
        story: story ?? "",
        origin: shortOrigin(commune, district),
      }),
    ),
    showrooms: showrooms.length,
    points: [...showrooms]
      .sort((a, b) => b.product_count - a.product_count)
      .slice(0, POINTS),
  }
}
export type HomePage = Awaited<ReturnType<typeof homePage>>

/** Real ones with the most to show, one of each kind. */
function withStories(producers: readonly ProducerView[]): ProducerView[] {
  const kinds = new Map<string, ProducerView>()
  for (const producer of [...producers].sort((a, b) => b.product_count - a.product_count))
    if (producer.story && !producer.sample && !kinds.has(producer.entity_type))
      kinds.set(producer.entity_type, producer)
  return [...kinds.values()].slice(0, STORIES)
}
