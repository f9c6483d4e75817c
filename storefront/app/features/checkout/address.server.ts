/** Today's provinces and communes: 34 provinces, no districts, no postcodes. */
import { addressUnitsResponse, type AddressUnit } from "@ocop/backend/contracts/place"
import { LRUCache } from "lru-cache"
import { backendGet } from "#app/lib/backend.server"

/** They change by law, not by the hour. */
const cache = new LRUCache<string, AddressUnit[]>({ max: 40, ttl: 60 * 60 * 1000 })

async function units(province: string | undefined): Promise<AddressUnit[]> {
  const key = province ?? ""
  const known = cache.get(key)
  if (known) return known
  const answer = await backendGet("/store/address-units", addressUnitsResponse, {
    searchParams: { province },
  })
  if (answer.units.length > 0) cache.set(key, answer.units)
  return answer.units
}

export const listProvinces = (): Promise<AddressUnit[]> => units(undefined)

/** @param province two-digit code; none or an unknown one has no communes. */
export async function listCommunes(province: string): Promise<AddressUnit[]> {
  return /^\d{2}$/.test(province) ? units(province) : []
}
