import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { openingHours, type ShowroomView } from "../contracts/showroom"
import ShowroomStockLocationLink from "../links/showroom-stock-location"
import { SHOWROOM_MODULE } from "../modules/showroom"
import type ShowroomModuleService from "../modules/showroom/service"
import { loadPlaces } from "./place-index"
import { countByLocation } from "./published-products"

const collator = new Intl.Collator("vi")
const weekly = z.object({ weekly: z.array(openingHours) })

const locationLinks = z.array(
  z.object({ showroom_id: z.string(), stock_location_id: z.string() }),
)
/** Points and centres as the shop shows them, in the order of the Vietnamese alphabet. */
export async function showroomViews(
  container: MedusaContainer,
  filters: { handle?: string } = {},
): Promise<ShowroomView[]> {
  const service = container.resolve<ShowroomModuleService>(SHOWROOM_MODULE)
  const showrooms = await service.listShowrooms(filters, { take: null })
  if (showrooms.length === 0) return []
  const [places, counts] = await Promise.all([
    loadPlaces(
      container,
      showrooms.map((showroom) => showroom.current_commune_code),
    ),
    productCounts(
      container,
      showrooms.map((showroom) => showroom.id),
    ),
  ])
  return showrooms
    .map((showroom) => {
      const district = places.former.get(showroom.district_code)
      const unit = places.current.get(showroom.current_commune_code)
      const province = places.current.get(unit?.parent_code ?? "")
      return {
        id: showroom.id,
        handle: showroom.handle,
        name: showroom.name,
        kind: showroom.kind,
        funding_source: showroom.funding_source,
        address: showroom.address,
        district: district?.name ?? "",
        district_slug: district?.slug ?? "",
        current_unit: [unit?.name, lowerFirst(province?.name)].filter(Boolean).join(", "),
        opening_hours: weekly.parse(showroom.opening_hours).weekly,
        latitude: showroom.latitude,
        longitude: showroom.longitude,
        product_count: counts.get(showroom.id) ?? 0,
        sample: showroom.sample,
      }
    })
    .sort((a, b) => collator.compare(a.name, b.name))
}

const lowerFirst = (name: string | undefined) =>
  name && name.charAt(0).toLowerCase() + name.slice(1)

/** Showroom id → how many published products have at least one piece for sale on its shelf. */
async function productCounts(
  container: MedusaContainer,
  showroomIds: string[],
): Promise<Map<string, number>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: ShowroomStockLocationLink.entryPoint,
    fields: ["showroom_id", "stock_location_id"],
    filters: { showroom_id: showroomIds },
  })
  const locations = locationLinks.parse(links)
  const counts = await countByLocation(container)
  return new Map(
    locations.map(({ showroom_id, stock_location_id }) => [
      showroom_id,
      counts.get(stock_location_id) ?? 0,
    ]),
  )
}
