/** Producers, products with their variants, prices and pictures. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { type PictureSet } from "../../backend/src/contracts/catalog"
import { dayInVietnam } from "../../backend/src/contracts/calendar"
import { inChunks } from "../../backend/src/lib/chunks"
import { createProducersWorkflow } from "../../backend/src/workflows/producer/create-producers"
import { linkProductsToProducersWorkflow } from "../../backend/src/workflows/producer/link-products"
import { goods, kindOf, lookUp, producers } from "../data"
import { factsOf } from "../facts"
import { dayOf } from "../register"
import { type SeedProduct } from "../schema"
import { type Shop } from "./store"

const BATCH = 40
const OPTION = "Quy cách"
/** Width of the picture that the admin and e-mails use. */
const THUMBNAIL_WIDTH = 640

const stored = z.object({
  id: z.string(),
  handle: z.string(),
  producer: z.object({ id: z.string() }).nullish(),
  recognitions: z.array(z.object({ id: z.string() }).nullish()).nullish(),
})
export type StoredProduct = z.output<typeof stored>

/** The seed's own goods that are in the database, by handle. */
export async function storedProducts(
  container: MedusaContainer,
): Promise<Map<string, StoredProduct>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "handle", "producer.id", "recognitions.id"],
    filters: { handle: goods.map(({ handle }) => handle) },
  })
  return new Map(
    z
      .array(stored)
      .parse(data)
      .map((row) => [row.handle, row]),
  )
}

export const skuOf = (product: SeedProduct, variant: number): string =>
  `OCOP-${String(product.no).padStart(4, "0")}-${variant + 1}`

const pictureUrl = (storeUrl: string, { base }: PictureSet): string =>
  `${storeUrl}${base}-${THUMBNAIL_WIDTH}.webp`

type Frame = Shop & { profileId: string; storeUrl: string }

function productInput(product: SeedProduct, picture: PictureSet, frame: Frame) {
  const { counter_only_reason } = kindOf(product)
  const categoryId = lookUp(frame.categoryIds, product.group, "category")
  const url = pictureUrl(frame.storeUrl, picture)
  return {
    title: product.title,
    handle: product.handle,
    description: product.description,
    status: ProductStatus.PUBLISHED,
    thumbnail: url,
    images: [{ url }],
    category_ids: [categoryId],
    sales_channels: [{ id: frame.channelId }],
    shipping_profile_id: frame.profileId,
    ...(product.kind === "ruou" ? { type_id: frame.alcoholTypeId } : {}),
    options: [{ title: OPTION, values: product.variants.map(({ title }) => title) }],
    variants: product.variants.map((variant, index) => ({
      title: variant.title,
      sku: skuOf(product, index),
      manage_inventory: true,
      allow_backorder: false,
      ...(variant.weight_grams === null ? {} : { weight: variant.weight_grams }),
      options: { [OPTION]: variant.title },
      prices: [{ currency_code: "vnd", amount: variant.price }],
    })),
    metadata: {
      ocop_group: product.group,
      sample: product.sample,
      facts: factsOf(product),
      keywords: product.keywords,
      picture,
      counter_only_reason,
    },
  }
}

/** The last decided day orders the goods: what was recognised last is newest in the shop. */
function lastDay(product: SeedProduct, today: string): string {
  const days = product.recognitions.flatMap(({ on }) => (on ? [dayOf(on, today)] : []))
  return days.sort().at(-1) ?? ""
}

/** Returns how many were new. */
export async function createProducts(
  container: MedusaContainer,
  pictures: ReadonlyMap<string, PictureSet>,
  frame: Frame,
): Promise<number> {
  const known = await storedProducts(container)
  const today = dayInVietnam()
  const missing = goods
    .filter(({ handle }) => !known.has(handle))
    .sort((a, b) => (lastDay(a, today) < lastDay(b, today) ? -1 : 1))
  for (const batch of inChunks(missing, BATCH)) {
    await createProductsWorkflow(container).run({
      input: {
        products: batch.map((product) =>
          productInput(product, lookUp(pictures, product.handle, "picture"), frame),
        ),
      },
    })
  }
  return missing.length
}

const storedProducer = z.object({ id: z.string(), handle: z.string() })

/** Handle → id of every producer of the seed; the missing ones are created. */
async function producerIds(container: MedusaContainer): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "producer", fields: ["id", "handle"] })
  const ids = new Map(
    z
      .array(storedProducer)
      .parse(data)
      .map(({ handle, id }) => [handle, id]),
  )
  const missing = producers.filter(({ handle }) => !ids.has(handle))
  if (missing.length > 0) {
    const { result } = await createProducersWorkflow(container).run({
      input: {
        producers: missing.map(({ district, commune, history, ...row }) => ({
          ...row,
          district_code: district,
          commune_code: commune,
          entity_history: history ?? [],
        })),
      },
    })
    for (const { handle, id } of result) ids.set(handle, id)
  }
  return ids
}

/** Creates the producers and says who makes what. Returns how many products were linked. */
export async function linkProducers(container: MedusaContainer): Promise<number> {
  const ids = await producerIds(container)
  const known = await storedProducts(container)
  const pairs = goods.flatMap((product) => {
    const row = known.get(product.handle)
    return row && !row.producer
      ? [{ product_id: row.id, producer_id: lookUp(ids, product.producer, "producer") }]
      : []
  })
  if (pairs.length > 0)
    await linkProductsToProducersWorkflow(container).run({ input: { pairs } })
  return pairs.length
}
