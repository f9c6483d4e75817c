/** Which points could give away what is short at another. Pure. */
import { type TransferSuggestion } from "../contracts/stock-alerts"
import { distanceKm } from "./point-ranking"
import { type Position } from "./province-centres"

export type Shortage = {
  location_id: string
  position: Position | null
  missing: number
}

export type Giver = {
  location_id: string
  point_name: string
  position: Position | null
  /** What it has above its own need. */
  surplus: number
}

const MOST = 3
/** Points whose distance differs by less are equally near: the one with more comes first. */
const CLASS_KM = 10

const classOf = (km: number | null): number =>
  km === null ? Number.MAX_SAFE_INTEGER : Math.floor(km / CLASS_KM)

/** The nearest first, of equally near ones the one with the most. */
export const suggestTransfers = (
  { location_id, position, missing }: Shortage,
  givers: readonly Giver[],
): TransferSuggestion[] =>
  givers
    .filter((giver) => giver.location_id !== location_id && giver.surplus > 0)
    .map((giver) => ({
      giver,
      km: position && giver.position ? distanceKm(position, giver.position) : null,
    }))
    .sort(
      (a, b) =>
        classOf(a.km) - classOf(b.km) ||
        b.giver.surplus - a.giver.surplus ||
        (a.giver.location_id < b.giver.location_id ? -1 : 1),
    )
    .slice(0, MOST)
    .map(({ giver, km }) => ({
      location_id: giver.location_id,
      point_name: giver.point_name,
      distance_km: km === null ? null : Math.round(km),
      surplus: giver.surplus,
      pieces: Math.min(giver.surplus, Math.max(1, missing)),
    }))
