/** From "it was committed" to "it was dealt with": at least once, one bad message holding up no other. */
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { loggable } from "../lib/loggable"
import { OUTBOX_MODULE } from "../modules/outbox"
import type OutboxService from "../modules/outbox/service"
import { type Claimed, MAX_ATTEMPTS } from "../modules/outbox/service"
import { HANDLERS, labelOf } from "./handlers"

const BATCH = 200

export const outboxOf = (container: MedusaContainer): OutboxService =>
  container.resolve(OUTBOX_MODULE)

/** Delivers whatever is due. Rejects only when the outbox itself cannot be reached. */
export async function deliverDue(container: MedusaContainer): Promise<void> {
  const outbox = outboxOf(container)
  for (;;) {
    const fresh = await outbox.claim("first", BATCH)
    const [again] = await outbox.claim("again", 1)
    if (fresh.length === 0 && again === undefined) return
    for (const messages of byTopic(fresh)) await deliver(container, messages)
    if (again) await deliver(container, [again])
  }
}

function byTopic(messages: readonly Claimed[]): Claimed[][] {
  const topics = new Map<string, Claimed[]>()
  for (const message of messages) {
    const same = topics.get(message.topic)
    if (same) same.push(message)
    else topics.set(message.topic, [message])
  }
  return [...topics.values()]
}

/** Together, as that costs what one does; where that fails each on its own, to find who is to blame. */
async function deliver(
  container: MedusaContainer,
  messages: readonly Claimed[],
): Promise<void> {
  const outbox = outboxOf(container)
  const [first, ...others] = messages
  if (!first) return
  try {
    const found = HANDLERS.get(first.topic)
    if (!found)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Nobody handles ${first.topic}`,
      )
    // One that was never finished: whoever took it died each time.
    if (first.attempts > MAX_ATTEMPTS)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        "The process ended while at it",
      )
    await found.deliver(
      container,
      messages.map(({ payload }) => payload),
    )
    await outbox.delivered(messages.map(({ id }) => id))
  } catch (error) {
    if (others.length > 0)
      for (const message of messages) await deliver(container, [message])
    else await noteFailure(container, first, loggable(error).message)
  }
}

async function noteFailure(
  container: MedusaContainer,
  message: Claimed,
  error: string,
): Promise<void> {
  const { id, topic } = message
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (!(await outboxOf(container).failed(message, error))) {
    logger.warn(`Outbox message ${id} (${topic}) failed and is tried again: ${error}`)
    return
  }
  logger.error(`Outbox message ${id} (${topic}) is parked: ${error}`)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    trigger_type: "outbox.parked",
    resource_id: id,
    resource_type: "outbox_message",
    data: {
      title: `Việc nền bị dừng: ${labelOf(topic)}`,
      description: `Đã thử ${MAX_ATTEMPTS} lần không được. Xem trang Việc chờ xử lý.`,
    },
  })
}
