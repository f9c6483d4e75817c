/** What a card shows of a product: little, because it is also sent to the browser as data. */
import {
  type CatalogDocument,
  type PictureSet,
  starsOn,
} from "@ocop/backend/contracts/catalog"
import { type Day } from "@ocop/backend/contracts/calendar"
import { type GroupSlug } from "@ocop/backend/contracts/group"
import { shortOrigin } from "#app/features/place/short-origin"

export type ProductCardView = {
  handle: string
  title: string
  /** Lowest and highest price in đồng. */
  price: number
  priceMax: number
  /** Stars valid on the given day; 0 when the certificate is not in force. */
  stars: number
  group: GroupSlug
  producer: string
  /** "Tiên Phong, Tiên Phước", as certified. */
  origin: string | null
  inStock: boolean
  soldOnline: boolean
  picture: PictureSet | null
}

export const productCardView = (
  product: CatalogDocument,
  today: Day,
): ProductCardView => ({
  handle: product.handle,
  title: product.title,
  price: product.price,
  priceMax: product.price_max,
  stars: starsOn(product, today),
  group: product.group,
  producer: product.producer,
  origin: shortOrigin(product.commune, product.district) || null,
  inStock: product.in_stock,
  soldOnline: product.sold_online,
  picture: product.thumbnail,
})
