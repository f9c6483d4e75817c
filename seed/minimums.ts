/** Sample minimums ("mức tối thiểu") of the goods at the points; the same in every run. */
import { type SeedProduct } from "./schema"
import { between, hash } from "./stable"
import { stockOf } from "./stock"

export type ShelfMinimum = {
  showroom: string
  minimum: number
  cover_days: number | null
}

/** One product in six is kept an eye on, wherever it lies; at its first point also by its sales. */
export function minimumsOf(product: SeedProduct, variant: number): ShelfMinimum[] {
  if (product.group === "du-lich") return []
  const key = `minimum ${product.handle}`
  if (hash(key) % 6 !== 0) return []
  return stockOf(product, variant).map(({ showroom }, shelf) => ({
    showroom,
    minimum: between(`${key} ${variant}`, 4, 12),
    cover_days: shelf === 0 ? 14 : null,
  }))
}
