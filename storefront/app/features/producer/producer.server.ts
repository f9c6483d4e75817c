import {
  producerListResponse,
  producerResponse,
  type ProducerView,
} from "@ocop/backend/contracts/producer"
import { BackendError, backendGet } from "#app/lib/backend.server"
import { cached } from "#app/lib/cached.server"

export const listProducers: () => Promise<ProducerView[]> = cached(
  async () => (await backendGet("/store/producers", producerListResponse)).producers,
  30_000,
)

/** Null when there is no such producer. */
export async function getProducer(handle: string): Promise<ProducerView | null> {
  try {
    const path = `/store/producers/${encodeURIComponent(handle)}`
    return (await backendGet(path, producerResponse)).producer
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null
    throw error
  }
}
