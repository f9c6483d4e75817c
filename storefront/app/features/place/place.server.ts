import { placesResponse, type PlacesResponse } from "@ocop/backend/contracts/place"
import { backendGet } from "#app/lib/backend.server"
import { cached } from "#app/lib/cached.server"
import { bareName } from "@ocop/backend/contracts/place-name"

/** The 18 former districts and 241 communes with the number of products each one has. */
export const listPlaces: () => Promise<PlacesResponse> = cached(
  () => backendGet("/store/places", placesResponse),
  30_000,
)

/** slug → short name; empty while the backend is away, so that a list can still be shown. */
export async function districtNames(): Promise<Record<string, string>> {
  const places = await listPlaces().catch(() => null)
  return Object.fromEntries(
    (places?.districts ?? []).map(({ slug, name }) => [slug, bareName(name)]),
  )
}
