/** Which published products there are, who makes them and where they come from. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { dayInVietnam } from "../contracts/calendar"
import { currentOn, latestDecidedOn } from "../modules/ocop/register"
import { PRODUCER_MODULE } from "../modules/producer"
import type ProducerModuleService from "../modules/producer/service"
import { loadRegister, producerIdsOf } from "./register-store"

export type PublishedProduct = {
  id: string
  producer_id: string
  /** Former units: of the recognition in force, else the last one, else the producer's seat. */
  commune_code: string | null
  district_code: string | null
}

/** Published products that have a producer: the ones the shop lists. */
export async function publishedProducts(
  container: MedusaContainer,
): Promise<PublishedProduct[]> {
  const productService = container.resolve(Modules.PRODUCT)
  const producerService = container.resolve<ProducerModuleService>(PRODUCER_MODULE)
  const today = dayInVietnam()
  const [products, producerIds, producers, register] = await Promise.all([
    productService.listProducts(
      { status: ProductStatus.PUBLISHED },
      { select: ["id"], take: null },
    ),
    producerIdsOf(container),
    producerService.listProducers(
      {},
      { select: ["id", "commune_code", "district_code"], take: null },
    ),
    loadRegister(container),
  ])
  const producerById = new Map(producers.map((producer) => [producer.id, producer]))
  return products.flatMap(({ id }) => {
    const producer = producerById.get(producerIds.get(id) ?? "")
    if (!producer) return []
    const history = register.get(id) ?? []
    const origin =
      currentOn(history, today) ?? latestDecidedOn(history, today) ?? producer
    const { commune_code, district_code } = origin
    return [{ id, producer_id: producer.id, commune_code, district_code }]
  })
}

/** How many items have each key; items without one are left out. */
export function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
