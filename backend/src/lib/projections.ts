/** What `product.metadata` holds and should hold; read by the projection and by reconcile. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type Day } from "../contracts/calendar"
import { PRODUCER_MODULE } from "../modules/producer"
import type ProducerModuleService from "../modules/producer/service"
import { projectionOf, type Metadata, type Projection } from "../modules/ocop/projection"
import { formerUnitNames, loadRegister, producerIdsOf } from "./register-store"

export type ProductProjection = {
  id: string
  metadata: Metadata | null
  wanted: Projection
}

export async function projectionsOf(
  container: MedusaContainer,
  today: Day,
  productIds: string[],
): Promise<ProductProjection[]> {
  if (productIds.length === 0) return []
  const productService = container.resolve(Modules.PRODUCT)
  const producerService = container.resolve<ProducerModuleService>(PRODUCER_MODULE)
  const [products, register, producerIds] = await Promise.all([
    productService.listProducts(
      { id: productIds },
      { select: ["id", "metadata"], take: productIds.length },
    ),
    loadRegister(container, productIds),
    producerIdsOf(container, productIds),
  ])
  const rows = [...register.values()].flat()
  const units = await formerUnitNames(
    container,
    rows.flatMap((row) => [row.commune_code, row.district_code]),
  )
  const producers = await producerService.listProducers(
    { id: [...new Set(producerIds.values())] },
    { select: ["id", "name"], take: null },
  )
  const names = new Map(producers.map((producer) => [producer.id, producer.name]))
  return products.map(({ id, metadata }) => {
    const producerId = producerIds.get(id)
    return {
      id,
      metadata: metadata ?? null,
      wanted: projectionOf(
        register.get(id) ?? [],
        (code) => units.get(code),
        producerId === undefined ? undefined : names.get(producerId),
        today,
      ),
    }
  })
}
