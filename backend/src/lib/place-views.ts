import { type MedusaContainer } from "@medusajs/framework/types"
import { type AddressUnit, type PlacesResponse } from "../contracts/place"
import { PLACE_MODULE } from "../modules/place"
import type PlaceModuleService from "../modules/place/service"
import { loadPlaces } from "./place-index"
import { countByOrigin, sumBy } from "./published-products"

const collator = new Intl.Collator("vi")

/** The former districts and communes of Quảng Nam with how many products come from each. */
export async function placeViews(container: MedusaContainer): Promise<PlacesResponse> {
  const service = container.resolve<PlaceModuleService>(PLACE_MODULE)
  const [districts, communes, places, counts] = await Promise.all([
    service.listAdminUnits({ era: "former", level: "district" }, { take: null }),
    service.listAdminUnits({ era: "former", level: "commune" }, { take: null }),
    loadPlaces(container),
    countByOrigin(container),
  ])
  const byCommune = sumBy(counts, (count) => count.commune_code)
  const byDistrict = sumBy(
    counts,
    ({ commune_code, district_code }) =>
      places.former.get(commune_code ?? "")?.parent_code ?? district_code,
  )
  return {
    districts: districts
      .map(({ code, name, slug, mountain }) => ({
        code,
        name,
        slug,
        mountain,
        product_count: byDistrict.get(code) ?? 0,
      }))
      .sort((a, b) => a.code.localeCompare(b.code)),
    communes: communes
      .map((commune) => {
        const current = places.current.get(places.successor.get(commune.code) ?? "")
        return {
          code: commune.code,
          name: commune.name,
          slug: commune.slug,
          name_variants: commune.name_variants,
          district_slug: places.former.get(commune.parent_code ?? "")?.slug ?? "",
          current_code: current?.code ?? "",
          current_slug: current?.slug ?? "",
          current_name: current?.name ?? "",
          current_province: places.current.get(current?.parent_code ?? "")?.name ?? "",
          // Positions are known for today's units only; a former commune lies in one of them.
          latitude: commune.latitude ?? current?.latitude ?? null,
          longitude: commune.longitude ?? current?.longitude ?? null,
          product_count: byCommune.get(commune.code) ?? 0,
        }
      })
      .sort((a, b) => a.code.localeCompare(b.code)),
  }
}

/**
 * Units of today for an address form, in the order of the Vietnamese alphabet.
 *
 * @param province code of a province for its communes; null for the provinces.
 */
export async function addressUnits(
  container: MedusaContainer,
  province: string | null,
): Promise<AddressUnit[]> {
  const service = container.resolve<PlaceModuleService>(PLACE_MODULE)
  const units = await service.listAdminUnits(
    province === null
      ? { era: "current", level: "province" }
      : { era: "current", level: "commune", parent_code: province },
    { select: ["code", "name"], take: null },
  )
  return units
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => collator.compare(a.name, b.name))
}
