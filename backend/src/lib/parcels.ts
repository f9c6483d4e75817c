/** Parcels as a buyer reads them: points by name, products by title. */
import { type Parcel } from "../contracts/parcel"

export type Packed = { location_id: string; title: string; quantity: number }

const collator = new Intl.Collator("vi")

const pieces = ({ lines }: Parcel): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** One parcel a point, the fullest first; lines of one product are added up. */
export function toParcels(
  packed: readonly Packed[],
  points: ReadonlyMap<string, Parcel["point"]>,
): Parcel[] {
  const parcels = new Map<string, Map<string, number>>()
  for (const { location_id, title, quantity } of packed) {
    const lines = parcels.get(location_id) ?? new Map<string, number>()
    parcels.set(location_id, lines.set(title, (lines.get(title) ?? 0) + quantity))
  }
  return [...parcels]
    .map(([locationId, lines]): Parcel => ({
      point: points.get(locationId) ?? { name: "Điểm OCOP", handle: null },
      lines: [...lines].map(([title, quantity]) => ({ title, quantity })),
    }))
    .sort((a, b) => pieces(b) - pieces(a) || collator.compare(a.point.name, b.point.name))
}
