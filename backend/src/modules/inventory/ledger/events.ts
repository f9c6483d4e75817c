/** What is announced once a command has been committed, under the framework's own names. */
import {
  type Context,
  type IEventBusModuleService,
  type Message,
} from "@medusajs/framework/types"
import { composeMessage, Modules } from "@medusajs/framework/utils"
import { type Change } from "./change"

const LEVEL = "inventory-level"
const RESERVATION = "reservation-item"

/**
 * Announces which levels and reservations have changed, as the framework's own module would; a
 * crash loses it. What must not be lost is in the outbox, by triggers.
 * @param context inside a workflow the events wait until it has ended.
 */
export async function announce(
  bus: IEventBusModuleService | undefined,
  { created, updated, deleted, levels, opened, closed }: Change,
  context: Context,
): Promise<void> {
  const messages = [
    ...messagesOf(RESERVATION, "created", created, context),
    ...messagesOf(RESERVATION, "updated", updated, context),
    ...messagesOf(RESERVATION, "deleted", deleted, context),
    ...messagesOf(LEVEL, "created", opened, context),
    ...messagesOf(LEVEL, "updated", levels, context),
    ...messagesOf(LEVEL, "deleted", closed, context),
  ]
  if (bus && messages.length > 0) await bus.emit(messages, { internal: true })
}

/** One message for all ids: each message is traced to its products anew. */
function messagesOf(
  object: string,
  action: string,
  ids: readonly string[],
  context: Context,
): Message[] {
  const [first, ...others] = new Set(ids)
  if (first === undefined) return []
  return [
    composeMessage(`${Modules.INVENTORY}.${object}.${action}`, {
      source: Modules.INVENTORY,
      object,
      action,
      data: { id: others.length === 0 ? first : [first, ...others] },
      context,
    }),
  ]
}
