/** The data files, checked. */
import { z } from "zod"
import addressUnitRows from "./data/address-units.json"
import basketRows from "./data/baskets.json"
import figureRows from "./data/figures.json"
import kindRows from "./data/kinds.json"
import placeRows from "./data/places.json"
import producerRows from "./data/producers.json"
import productRows from "./data/products.json"
import showroomRows from "./data/showrooms.json"
import {
  addressUnits as addressUnitSchema,
  basket,
  figure,
  kinds as kindSchema,
  type Kind,
  places as placeSchema,
  producer,
  product,
  type SeedProduct,
  showroom,
} from "./schema"

export const places = placeSchema.parse(placeRows)
export const addressUnits = addressUnitSchema.parse(addressUnitRows)
export const producers = z.array(producer).parse(producerRows)
export const products = z.array(product).parse(productRows)
export const baskets = z.array(basket).parse(basketRows)
/** Everything that the seed sells. */
export const goods: readonly SeedProduct[] = [...products, ...baskets]
export const kinds = kindSchema.parse(kindRows)
export const showrooms = z.array(showroom).parse(showroomRows)
export const figures = z.array(figure).parse(figureRows)

/** The value under a key that the data files themselves name; an unknown key is a broken file. */
export function lookUp<Value>(
  values: ReadonlyMap<string, Value>,
  key: string,
  what: string,
): Value {
  const value = values.get(key)
  if (value === undefined) throw new Error(`Seed data: no ${what} "${key}"`)
  return value
}

export const districtOf = new Map(places.districts.map((row) => [row.code, row]))
export const communeOf = new Map(places.communes.map((row) => [row.code, row]))
export const currentUnitOf = new Map(places.current.map((row) => [row.code, row]))
export const producerOf = new Map(producers.map((row) => [row.handle, row]))

const kindByName = new Map(Object.entries(kinds))

export const kindOf = ({ kind }: Pick<SeedProduct, "kind">): Kind =>
  lookUp(kindByName, kind, "kind")

/** "xã" + "Tiên Phong" → "Xã Tiên Phong". */
export const fullName = ({ kind, name }: { kind: string; name: string }): string =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`
