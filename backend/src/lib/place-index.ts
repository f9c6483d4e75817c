/** The former units of the province and the units of today they became part of. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { PLACE_MODULE } from "../modules/place"
import type PlaceModuleService from "../modules/place/service"
import { placesOf, type Places } from "../search/_origin"

type Unit = Awaited<ReturnType<PlaceModuleService["listAdminUnits"]>>[number]

/** Former units by code, succession, and those units of today that succeed them. */
export async function loadPlaces(
  container: MedusaContainer,
  otherCurrentCodes: string[] = [],
): Promise<Places<Unit>> {
  const place = container.resolve<PlaceModuleService>(PLACE_MODULE)
  const [former, successions] = await Promise.all([
    place.listAdminUnits({ era: "former" }, { take: null }),
    place.listUnitSuccessions({}, { take: null }),
  ])
  const codes = [
    ...new Set([...successions.map((row) => row.current_code), ...otherCurrentCodes]),
  ]
  const [current, provinces] = await Promise.all([
    place.listAdminUnits({ era: "current", code: codes }, { take: null }),
    place.listAdminUnits({ era: "current", level: "province" }, { take: null }),
  ])
  return placesOf([...former, ...current, ...provinces], successions)
}
