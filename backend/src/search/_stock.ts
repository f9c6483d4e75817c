/** What is left of a variant, in the coarse words that may be public. */
import { type CatalogVariant } from "../contracts/catalog"
import { type VariantRow } from "./_rows"

/** From this number of pieces down the shop says "only a few left". */
const LOW_STOCK = 5

/** Pieces of the variant that one location, or all of them, could still sell. */
function sellable(variant: VariantRow, atLocation?: string): number {
  const perItem = variant.inventory_items.map(({ required_quantity, inventory }) => {
    const levels = (inventory?.location_levels ?? []).filter(
      (level) => atLocation === undefined || level.location_id === atLocation,
    )
    const available = levels.reduce(
      (sum, level) => sum + Math.max(0, level.available_quantity),
      0,
    )
    return Math.floor(available / (required_quantity ?? 1))
  })
  // A set of several goods is worth as many pieces as its scarcest part allows.
  return perItem.length === 0 ? 0 : Math.min(...perItem)
}

/** @param showrooms stock location id → handle of the OCOP point that keeps it. */
export function stockOf(
  variant: VariantRow,
  showrooms: ReadonlyMap<string, string>,
): Pick<CatalogVariant, "availability" | "points"> {
  const points = [...showrooms]
    .filter(([location]) => sellable(variant, location) > 0)
    .map(([, handle]) => handle)
    .sort()
  if (variant.manage_inventory === false || variant.allow_backorder === true)
    return { availability: "in", points }
  const left = sellable(variant)
  if (left === 0) return { availability: "out", points }
  return { availability: left <= LOW_STOCK ? "low" : "in", points }
}
