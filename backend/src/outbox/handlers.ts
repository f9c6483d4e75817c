import { type Handler } from "./handler"
import { orderPlaced } from "./order-placed"
import { paymentNoticed } from "./payment-noticed"
import { pickupMoved } from "./pickup-moved"
import { recognitionChanged } from "./recognition-changed"
import { stockChanged } from "./stock-changed"

/** By topic. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map(
  [orderPlaced, stockChanged, recognitionChanged, paymentNoticed, pickupMoved].map(
    (each) => [each.topic, each],
  ),
)

export const labelOf = (topic: string): string => HANDLERS.get(topic)?.label ?? topic
