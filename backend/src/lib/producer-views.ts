import { type MedusaContainer } from "@medusajs/framework/types"
import { type ProducerView } from "../contracts/producer"
import { PRODUCER_MODULE } from "../modules/producer"
import type ProducerModuleService from "../modules/producer/service"
import { originOf } from "../search/_origin"
import { loadPlaces } from "./place-index"
import { countByOrigin, sumBy } from "./published-products"

const collator = new Intl.Collator("vi")

/** Producers as the shop shows them, in the order of the Vietnamese alphabet. */
export async function producerViews(
  container: MedusaContainer,
  filters: { handle?: string } = {},
): Promise<ProducerView[]> {
  const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE)
  const producers = await service.listProducers(filters, { take: null })
  if (producers.length === 0) return []
  const [places, byOrigin] = await Promise.all([
    loadPlaces(container),
    countByOrigin(container),
  ])
  const counts = sumBy(byOrigin, (count) => count.producer_id)
  return producers
    .map((producer) => {
      const origin = originOf(places, producer)
      return {
        id: producer.id,
        handle: producer.handle,
        name: producer.name,
        entity_type: producer.entity_type,
        story: producer.story,
        commune: origin.commune?.name ?? null,
        district: origin.district?.name ?? null,
        current_unit: origin.today,
        product_count: counts.get(producer.id) ?? 0,
        sample: producer.sample,
      }
    })
    .sort((a, b) => collator.compare(a.name, b.name))
}
