import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

/** What is done about the messages of one topic. */
export type Handler = {
  topic: string
  /** For people. */
  label: string
  /**
   * Takes payloads as they were stored. Must be idempotent and look at what is there now: a message
   * may come twice, late, or after a newer one. Rejects when any of them could not be handled.
   */
  deliver: (container: MedusaContainer, payloads: readonly unknown[]) => Promise<void>
}

export const handler = <Payload extends z.ZodType>(
  topic: string,
  label: string,
  payload: Payload,
  handle: (
    container: MedusaContainer,
    payloads: readonly z.output<Payload>[],
  ) => Promise<void>,
): Handler => ({
  topic,
  label,
  deliver: (container, payloads) =>
    handle(container, z.array(payload).parse([...payloads])),
})
