/** How near the points are to a buyer. Pure. */
import { type PointRank } from "../modules/inventory/ledger/choose-points"
import { type Position, PROVINCE_CENTRES } from "./province-centres"

export type PointPosition = { locationId: string; position: Position | null }
export type Buyer = {
  provinceCode: string | null
  /** Of the buyer's commune, where it is known. */
  position: Position | null
}

/** Points whose distance differs by less count as equally near, so that freshness decides. */
const CLASS_KM = 10
/** Farther than any point can be. */
const UNKNOWN = Number.MAX_SAFE_INTEGER
const EARTH_RADIUS_KM = 6371

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres. */
export function distanceKm(a: Position, b: Position): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      half(a.longitude, b.longitude)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/**
 * The points with their rank, the nearest first: distance to the buyer's commune, or to the centre
 * of the province, in steps of 10 km. Points without a position come last; where the buyer is
 * nowhere known, all are equal.
 */
export function rankPoints(buyer: Buyer, points: readonly PointPosition[]): PointRank[] {
  const home = buyer.position ?? PROVINCE_CENTRES.get(buyer.provinceCode ?? "")
  return points
    .map(({ locationId, position }) => ({
      locationId,
      rank:
        home && position ? Math.floor(distanceKm(home, position) / CLASS_KM) : UNKNOWN,
    }))
    .sort((a, b) => a.rank - b.rank || (a.locationId < b.locationId ? -1 : 1))
}
