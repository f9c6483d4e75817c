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

/** One lane a topic: whoever waits for a bank in one of them holds up no other. */
const lanes = new Map<string, Promise<void>>()
/** An outage is reported once, not twice a second. */
let isAway = false

/** Delivers whatever is due. Never rejects: what fails is tried again. */
export async function deliverDue(container: MedusaContainer): Promise<void> {
  try {
    const topics = await outboxOf(container).dueTopics()
    await Promise.all(topics.map((topic) => lane(container, topic)))
    isAway = false
  } catch (error) {
    if (isAway) return
    isAway = true
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The outbox cannot be reached for now: ${loggable(error).message}`)
  }
}

/** The lane's turn; the one that is under way where there is one. */
function lane(container: MedusaContainer, topic: string): Promise<void> {
  const underWay = lanes.get(topic)
  if (underWay) return underWay
  const turn = deliverTopic(container, topic).finally(() => lanes.delete(topic))
  lanes.set(topic, turn)
  return turn
}

/** Until nothing of the topic is due. Rejects only when the outbox itself cannot be reached. */
async function deliverTopic(container: MedusaContainer, topic: string): Promise<void> {
  const outbox = outboxOf(container)
  for (;;) {
    const fresh = await outbox.claim(topic, "first", BATCH)
    const [again] = await outbox.claim(topic, "again", 1)
    if (fresh.length === 0 && again === undefined) return
    if (fresh.length > 0) await deliver(container, fresh)
    if (again) await deliver(container, [again])
  }
}

/**
 * Messages of one topic together, as that costs what one does; where that fails each on its own, to
 * find who is to blame.
 */
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
