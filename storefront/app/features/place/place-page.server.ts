/** A former district or commune and what is made there. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { searchCatalog } from "#app/features/catalog/catalog.server"
import { productCardView } from "#app/features/catalog/product-card-view"
import { catalogQuery } from "#app/features/catalog/query"
import { notFound } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { listPlaces } from "./place.server"
import { placesView } from "./places-view"

/** @throws the 404 page for a slug that is neither a district nor a commune. */
export async function placePage(slug: string) {
  const places = await listPlaces()
  const districts = placesView(places).districts
  const district = districts.find((one) => one.slug === slug)
  const commune = places.communes.find((one) => one.slug === slug)
  if (!district && !commune) throw notFound({ title: "Không tìm thấy địa phương" })

  const filter = district ? { districts: [slug] } : { commune: slug }
  const page = await searchCatalog(catalogQuery(filter))
  const today = dayInVietnam()
  const parent = districts.find((one) => one.slug === commune?.district_slug)
  return {
    slug,
    name: district?.fullName ?? commune?.name ?? slug,
    lead: district
      ? `${district.communes.length} xã, phường, thị trấn cũ · ${page.total} sản phẩm`
      : `Thuộc ${parent?.fullName ?? "Quảng Nam"} trước 1/7/2025, nay là ${commune?.current_name}, ${commune?.current_province}`,
    district: !district && parent ? { name: parent.fullName, slug: parent.slug } : null,
    communes: district?.communes ?? [],
    total: page.total,
    products: page.products.map((product) => productCardView(product, today)),
    all: paths.catalog(filter),
  }
}
