/**
 * The lots ("lô hàng") that the sample shelves are filled with. All of it is sample data: codes,
 * days, who consigns and on what terms. Days are counted from the day of the seeding.
 */
import { type Day, plusDays } from "../backend/src/contracts/calendar"
import { type NewLot } from "../backend/src/contracts/stock"
import { kindOf } from "./data"
import { type SeedProduct } from "./schema"
import { between, hash } from "./stable"
import { stockOf } from "./stock"

/** A lot as a receipt names it, but for the producer, whose id the database knows. */
export type SeedLot = Pick<
  NewLot,
  "code" | "ownership" | "agreed_price" | "commission_bps"
> & { made_on: Day; best_before: Day | null }

export type Receipt = { showroom: string; quantity: number; lot: SeedLot | null }

const isEatenOrDrunk = ({ group }: SeedProduct): boolean =>
  group === "thuc-pham" || group === "do-uong" || group === "thao-duoc"

/** Cloth, woodwork and tickets have no lots. */
const comesInLots = (product: SeedProduct): boolean =>
  isEatenOrDrunk(product) || kindOf(product).keeps_days !== null

/** One producer in three leaves the goods on consignment. */
function termsOf(product: SeedProduct, variant: number) {
  if (hash(`consigned ${product.producer}`) % 3 !== 0)
    return { ownership: "owned", agreed_price: null, commission_bps: null } as const
  const commission_bps = between(`commission ${product.producer}`, 3, 5) * 500
  const price = product.variants[variant]?.price ?? 0
  const agreed_price = Math.round((price * (10_000 - commission_bps)) / 10_000)
  return { ownership: "consigned", agreed_price, commission_bps } as const
}

function lotOf(
  product: SeedProduct,
  variant: number,
  made_on: Day,
  best_before: Day | null,
): SeedLot {
  const code = `L${made_on.slice(2).replaceAll("-", "")}`
  return { code, made_on, best_before, ...termsOf(product, variant) }
}

/** The lot that lies at every point: between a twentieth and half of its time is over. */
function mainLot(product: SeedProduct, variant: number, today: Day): SeedLot {
  const { keeps_days } = kindOf(product)
  const key = `lot ${product.handle} ${variant}`
  const age =
    keeps_days === null
      ? between(key, 20, 300)
      : between(key, Math.ceil(keeps_days / 20), Math.floor(keeps_days / 2))
  const made_on = plusDays(today, -age)
  return lotOf(
    product,
    variant,
    made_on,
    keeps_days === null ? null : plusDays(made_on, keeps_days),
  )
}

/** Goods that turn over within weeks never lie beside an older lot. */
const SHORT_LIVED_DAYS = 60
const MIN_TO_SPLIT = 9

/** One product in ten still has pieces of an older lot at its first point, good for 1 to 45 days. */
function olderLot(product: SeedProduct, variant: number, today: Day): SeedLot | null {
  const { keeps_days } = kindOf(product)
  if (keeps_days === null || keeps_days <= SHORT_LIVED_DAYS) return null
  if (hash(`older ${product.handle}`) % 10 !== 0) return null
  const best_before = plusDays(
    today,
    between(`older lot ${product.handle} ${variant}`, 1, 45),
  )
  return lotOf(product, variant, plusDays(best_before, -keeps_days), best_before)
}

/**
 * What is received where, lot by lot; a quantity of 0 is a shelf that is kept and sold out.
 * @param variant index of the variant in the data.
 */
export const receiptsOf = (
  product: SeedProduct,
  variant: number,
  today: Day,
): Receipt[] =>
  stockOf(product, variant).flatMap(({ showroom, quantity }, shelf): Receipt[] => {
    if (!comesInLots(product)) return [{ showroom, quantity, lot: null }]
    const lot = mainLot(product, variant, today)
    const older = shelf === 0 ? olderLot(product, variant, today) : null
    if (older === null || quantity < MIN_TO_SPLIT) return [{ showroom, quantity, lot }]
    const rest = Math.floor(quantity / 3)
    return [
      { showroom, quantity: quantity - rest, lot },
      { showroom, quantity: rest, lot: older },
    ]
  })
