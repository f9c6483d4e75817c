/** How much of each variant lies at which OCOP point; the same in every run. */
import { communeOf, currentUnitOf, kindOf, lookUp, places, showrooms } from "./data"
import { type SeedProduct } from "./schema"
import { between, hash } from "./stable"

export type ShelfStock = { showroom: string; quantity: number }

type Position = { latitude: number; longitude: number }

/** The middle of a former district: the mean of the units of today it became part of. */
function districtPosition(code: string): Position {
  const units = places.communes
    .filter((commune) => commune.district === code)
    .map((commune) => lookUp(currentUnitOf, commune.current, "current unit"))
  const mean = (of: (unit: Position) => number) =>
    units.reduce((sum, unit) => sum + of(unit), 0) / units.length
  return {
    latitude: mean((unit) => unit.latitude),
    longitude: mean((unit) => unit.longitude),
  }
}

/** Squared degrees: enough to compare distances within one province. */
const distance = (a: Position, b: Position): number =>
  (a.latitude - b.latitude) ** 2 + (a.longitude - b.longitude) ** 2

/** Points in order of distance; those in the product's own district come first. */
function pointsNear(product: SeedProduct): string[] {
  const commune = product.commune && communeOf.get(product.commune)
  const here = commune
    ? lookUp(currentUnitOf, commune.current, "current unit")
    : districtPosition(product.district)
  const away = (point: (typeof showrooms)[number]) =>
    (point.district === product.district ? 0 : 1) + distance(point, here)
  return [...showrooms].sort((a, b) => away(a) - away(b)).map(({ handle }) => handle)
}

/** Points that visitors pass: whatever keeps is shown there too. */
const CITY_POINTS = ["diem-ocop-hoi-an", "diem-ocop-tam-ky"]

function shelvesOf(product: SeedProduct): string[] {
  const near = pointsNear(product)
  if (product.group === "du-lich") return near.slice(0, 1)
  const count = between(`points ${product.handle}`, 2, 5)
  if (kindOf(product).counter_only_reason !== null) return near.slice(0, 2)
  const city = CITY_POINTS.filter((point) => hash(`${point} ${product.handle}`) % 2 === 0)
  return [...new Set([...near.slice(0, count), ...city])].slice(0, 6)
}

const DEAR = 1_000_000

/** One product in 30 is sold out, one in 15 nearly so; dear pieces are few. */
function quantityOf(product: SeedProduct, variant: number, shelf: number): number {
  const mood = hash(`stock ${product.handle}`) % 30
  if (mood === 0) return 0
  if (mood <= 2) return shelf === 0 ? 3 : 0
  const key = `stock ${product.handle} ${variant} ${shelf}`
  return (product.variants[variant]?.price ?? 0) >= DEAR
    ? between(key, 1, 4)
    : between(key, 6, 48)
}

/** @param variant index of the variant in the data. */
export const stockOf = (product: SeedProduct, variant: number): ShelfStock[] =>
  shelvesOf(product).map((showroom, shelf) => ({
    showroom,
    quantity: quantityOf(product, variant, shelf),
  }))
