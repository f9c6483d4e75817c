import {
  producerListResponse,
  producerResponse,
  type ProducerView,
} from "@ocop/backend/contracts/producer"
import { backendGet, orNull } from "#app/lib/backend.server"
import { cached } from "#app/lib/cached.server"

export const listProducers: () => Promise<ProducerView[]> = cached(
  async () => (await backendGet("/store/producers", producerListResponse)).producers,
  30_000,
)

/** Null when there is no such producer. */
export async function getProducer(handle: string): Promise<ProducerView | null> {
  const path = `/store/producers/${encodeURIComponent(handle)}`
  const answer = await orNull(backendGet(path, producerResponse))
  return answer && answer.producer
}
