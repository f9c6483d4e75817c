/** Which document a request moves stock for, told from its path; the routes are the framework's. */
import { z } from "@medusajs/framework/zod"
import { type StockContext } from "../modules/inventory/context"
import { type Lookups, type Part } from "./stock-movement-lookups"

export type Movement = Partial<StockContext>
type Ids = { id: string; of: string }
type Rule = {
  path: RegExp
  movement: (ids: Ids, lookups: Lookups, body: unknown) => Movement | Promise<Movement>
}

const cart = (id: string): Movement => ({ document: { type: "cart", id } })
const order = (id: string): Movement => ({ document: { type: "order", id } })

const handOver = z.object({
  items: z.array(z.object({ id: z.string(), quantity: z.number() })),
  location_id: z.string().nullish(),
})

/** What does not look like a hand-over is refused by the framework. */
function handOverOf(orderId: string, body: unknown): Movement {
  const { data } = handOver.safeParse(body)
  if (!data) return order(orderId)
  return {
    ...order(orderId),
    fulfilment: {
      orderId,
      lineIds: data.items.map(({ id }) => id),
      locationId: data.location_id ?? null,
      quantities: new Map(data.items.map(({ id, quantity }) => [id, quantity])),
    },
  }
}

/** An order that gets other lines, or other pieces of its lines. */
async function changeOf(orderId: string, lookups: Lookups): Promise<Movement> {
  const destination = await lookups.destinationOf(orderId)
  return {
    ...order(orderId),
    ...(destination && { destination }),
    outstanding: lookups.outstanding,
  }
}

/** A return, a claim or an exchange stands in the books under its order. */
const partOf =
  (
    part: Part,
    movement: (orderId: string, lookups: Lookups) => Movement | Promise<Movement>,
  ): Rule["movement"] =>
  async ({ id }, lookups) => {
    const orderId = await lookups.orderOf(part, id)
    return orderId ? movement(orderId, lookups) : {}
  }

/** The first that fits. The router takes "/Admin/Orders" for the same path, so these must too. */
const RULES: readonly Rule[] = [
  {
    path: /^\/store\/carts\/(?<id>[^/]+)\/complete$/i,
    movement: ({ id }) => ({ ...cart(id), cartId: id }),
  },
  { path: /^\/store\/carts\/(?<id>[^/]+)(\/|$)/i, movement: ({ id }) => cart(id) },
  {
    path: /^\/admin\/orders\/(?<id>[^/]+)\/fulfillments$/i,
    movement: ({ id }, _, body) => handOverOf(id, body),
  },
  {
    path: /^\/admin\/orders\/(?<id>[^/]+)\/fulfillments\/(?<of>[^/]+)\/cancel$/i,
    movement: async ({ id, of }, lookups) => {
      const parts = await lookups.handedOver(of)
      return { ...order(id), ...(parts && { fulfilment: { orderId: id, ...parts } }) }
    },
  },
  {
    path: /^\/admin\/order-edits\/(?<id>[^/]+)\/confirm$/i,
    movement: ({ id }, lookups) => changeOf(id, lookups),
  },
  {
    path: /^\/admin\/draft-orders\/(?<id>[^/]+)\/(edit\/confirm|convert-to-order)$/i,
    movement: ({ id }, lookups) => changeOf(id, lookups),
  },
  {
    path: /^\/admin\/(orders|order-edits|draft-orders)\/(?<id>[^/]+)(\/|$)/i,
    movement: ({ id }) => order(id),
  },
  {
    path: /^\/admin\/returns\/(?<id>[^/]+)\/receive\/confirm$/i,
    movement: partOf("return", (orderId) => ({
      ...order(orderId),
      returnOf: { orderId },
    })),
  },
  {
    path: /^\/admin\/returns\/(?<id>[^/]+)(\/|$)/i,
    movement: partOf("return", order),
  },
  {
    path: /^\/admin\/claims\/(?<id>[^/]+)(\/|$)/i,
    movement: partOf("order_claim", changeOf),
  },
  {
    path: /^\/admin\/exchanges\/(?<id>[^/]+)(\/|$)/i,
    movement: partOf("order_exchange", changeOf),
  },
  {
    path: /^\/admin\/reservations\/(?<id>[^/]+)$/i,
    movement: ({ id }) => ({ document: { type: "reservation", id } }),
  },
  {
    path: /^\/admin\/inventory-items\/(?<id>[^/]+)/i,
    movement: ({ id }) => ({ document: { type: "admin", id } }),
  },
]

/** As ids are made; nothing else is looked up, and nothing else gets into the books. */
const ID = /^[\w-]{0,64}$/

function idIn(text = ""): string | null {
  try {
    const id = decodeURIComponent(text)
    return ID.test(id) ? id : null
  } catch {
    return null
  }
}

/** Empty for a path that names no document. */
export async function movementOf(
  lookups: Lookups,
  requestPath: string,
  body: unknown,
): Promise<Movement> {
  const path = requestPath.replace(/\/+$/, "")
  for (const rule of RULES) {
    const groups = rule.path.exec(path)?.groups
    if (!groups) continue
    const id = idIn(groups.id)
    const of = idIn(groups.of)
    return id === null || of === null ? {} : rule.movement({ id, of }, lookups, body)
  }
  return {}
}
