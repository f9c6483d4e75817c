/** Documents found for what is being typed → products, producers and places to offer. */
import { type CatalogDocument, starsOn } from "@ocop/backend/contracts/catalog"
import { foldText } from "@ocop/backend/contracts/text"
import { type Suggestions } from "@ocop/backend/contracts/suggest"
import { smallestPicture } from "./smallest-picture"

/** Found by any field, by the producer's name, by the name of a place. */
export type Candidates = {
  products: CatalogDocument[]
  producers: CatalogDocument[]
  places: CatalogDocument[]
}

const MAX_PRODUCTS = 6
const MAX_PRODUCERS = 3
const MAX_PLACES = 3

/** @param today "YYYY-MM-DD" in Việt Nam. */
export function suggestionsFrom(
  q: string,
  candidates: Candidates,
  today: string,
): Suggestions {
  const typed = foldText(q)
  const producers = new Map(
    candidates.producers.map(({ producer_handle, producer }) => [
      producer_handle,
      producer,
    ]),
  )
  // A product found by its commune also has a district, which nobody has typed.
  const places = new Map(
    candidates.places
      .flatMap((place) => [
        [place.district_slug, place.district] as const,
        [place.commune_slug, place.commune] as const,
      ])
      .flatMap(([slug, name]) =>
        slug !== null && name !== null && foldText(name).includes(typed)
          ? [[slug, name] as const]
          : [],
      ),
  )
  return {
    products: candidates.products.slice(0, MAX_PRODUCTS).map((product) => ({
      handle: product.handle,
      title: product.title,
      price: product.price,
      stars: starsOn(product, today),
      thumbnail: product.thumbnail && smallestPicture(product.thumbnail),
    })),
    producers: [...producers]
      .slice(0, MAX_PRODUCERS)
      .map(([handle, name]) => ({ handle, name })),
    places: [...places].slice(0, MAX_PLACES).map(([slug, name]) => ({ slug, name })),
  }
}
