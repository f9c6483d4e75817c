/** The places as the map and the list show them. */
import { type PlacesResponse } from "@ocop/backend/contracts/place"
import { bareName } from "@ocop/backend/contracts/place-name"
import { discRadius, type MapPoint, middle, spread } from "./map-points"

export function placesView({ districts, communes }: PlacesResponse) {
  const of = (slug: string) =>
    communes.filter(({ district_slug }) => district_slug === slug)
  const centres = districtCentres(districts.map(({ slug }) => [slug, middle(of(slug))]))
  return {
    districts: districts
      .map(({ name, slug, mountain, product_count }) => ({
        fullName: name,
        name: bareName(name),
        slug,
        mountain,
        products: product_count,
        radius: discRadius(product_count),
        centre: centres.get(slug) ?? null,
        communes: of(slug)
          .map((commune) => ({
            name: commune.name,
            slug: commune.slug,
            products: commune.product_count,
          }))
          .sort((a, b) => a.name.localeCompare(b.name, "vi")),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "vi")),
  }
}
export type PlacesView = ReturnType<typeof placesView>

function districtCentres(
  found: readonly (readonly [slug: string, centre: MapPoint | null])[],
): Map<string, MapPoint> {
  const located = found.flatMap(([slug, centre]) => (centre ? [{ slug, centre }] : []))
  const apart = spread(located.map(({ centre }) => centre))
  return new Map(
    located.flatMap(({ slug }, index) => {
      const point = apart[index]
      return point ? [[slug, point] as const] : []
    }),
  )
}
