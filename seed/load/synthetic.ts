/** Synthetic products: the n-th is always the same, in words that follow Zipf's law. */
import { type CertifiedStars } from "../../backend/src/contracts/recognition"
import { type GroupSlug } from "../../backend/src/contracts/group"
import { slugify } from "../../backend/src/contracts/text"
import { communeOf, lookUp, places, producers, products, showrooms } from "../data"
import { integer, type Random, randomFrom, zipf } from "./chance"

export type SyntheticVariant = {
  title: string
  price: number
  weight_grams: number
  /** OCOP point → quantity. */
  stock: ReadonlyMap<string, number>
}

export type SyntheticProduct = {
  /** From 1; part of handle, SKU and certificate number. */
  no: number
  title: string
  handle: string
  description: string
  group: GroupSlug
  kind: string
  commune: string
  district: string
  /** Number of the synthetic producer, from 0. */
  producer: number
  variants: SyntheticVariant[]
  /** Null for a product that was never recognised. */
  recognition: { stars: CertifiedStars; days_ago: number } | null
}

/** One synthetic producer makes so many products on the average. */
export const PRODUCTS_PER_PRODUCER = 12

/** The words of the demo's own texts, the most frequent first. */
function vocabulary(): string[] {
  const counts = new Map<string, number>()
  const texts = [
    ...products.flatMap(({ title, description }) => [title, description]),
    ...producers.map(({ story }) => story),
  ]
  for (const word of texts.join(" ").match(/\p{L}{2,}/gu) ?? []) {
    const lower = word.toLowerCase()
    counts.set(lower, (counts.get(lower) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

const anyWord = zipf(vocabulary())
const anyModel = zipf(products)
const anyCommune = zipf(places.communes)

const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => anyWord(random)).join(" ")

const sentence = (random: Random): string => {
  const text = words(random, integer(random, 8, 16))
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const PACKS = [
  { title: "Nhỏ", weight_grams: 250, factor: 1 },
  { title: "Vừa", weight_grams: 500, factor: 1.9 },
  { title: "Lớn", weight_grams: 1000, factor: 3.6 },
]

function shelves(random: Random): Map<string, number> {
  const first = integer(random, 0, showrooms.length - 1)
  const count = integer(random, 1, 5)
  const isSoldOut = random() < 0.08
  return new Map(
    Array.from(
      { length: count },
      (_, step) => showrooms[(first + step * 7) % showrooms.length],
    )
      .flatMap((point) => (point ? [point.handle] : []))
      .map((handle) => [handle, isSoldOut ? 0 : integer(random, 1, 60)]),
  )
}

function starsOf(random: Random): CertifiedStars {
  const share = random()
  if (share < 0.02) return 5
  return share < 0.2 ? 4 : 3
}

/** @param producerCount how many synthetic producers there are to choose from. */
export function syntheticProduct(no: number, producerCount: number): SyntheticProduct {
  const random = randomFrom(no)
  const model = anyModel(random)
  const commune = lookUp(communeOf, anyCommune(random).code, "commune")
  const head = model.title.split(" ").slice(0, 2).join(" ")
  const title = `${head} ${words(random, integer(random, 1, 3))} ${commune.name}`
  const price = integer(random, 15, 600) * 1000
  return {
    no,
    title,
    handle: `${slugify(title)}-${no}`,
    description: Array.from({ length: 3 }, () => sentence(random)).join(" "),
    group: model.group,
    kind: model.kind,
    commune: commune.code,
    district: commune.district,
    producer: integer(random, 0, producerCount - 1),
    variants: PACKS.slice(0, integer(random, 1, PACKS.length)).map(
      ({ title: pack, weight_grams, factor }) => ({
        title: pack,
        price: Math.round((price * factor) / 1000) * 1000,
        weight_grams,
        stock: shelves(random),
      }),
    ),
    recognition:
      random() < 0.85
        ? { stars: starsOf(random), days_ago: integer(random, 10, 1300) }
        : null,
  }
}
