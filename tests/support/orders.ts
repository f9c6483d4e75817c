/** Orders for the ledger's tests: one line each, handed over and sent back by the staff. */
import { z } from "zod"
import { admin } from "./backend"
import { buy } from "./contest"
import { linesOf } from "./points"

const post = (path: string, body: unknown) =>
  admin(path, z.unknown(), { method: "POST", body })

export type Ordered = { id: string; line: string }

/** An order of one variant. */
export async function order(variant: string, quantity: number): Promise<Ordered> {
  const answer = await buy([{ variant, quantity }])
  if (answer.orderId === null)
    throw new Error(`no order: ${answer.status} ${answer.code} ${answer.message}`)
  const [line] = await linesOf(answer.orderId)
  if (line === undefined) throw new Error(`${answer.orderId} has no line`)
  return { id: answer.orderId, line }
}

export const cancel = ({ id }: Ordered): Promise<unknown> =>
  post(`/admin/orders/${id}/cancel`, {})

const made = z.object({ return: z.object({ id: z.string() }) })
const items = z.object({
  return: z.object({
    items: z.array(z.object({ item_id: z.string() })),
  }),
})

/** Pieces that a customer sent back lie at a point. @returns the path of the return. */
export async function returnReady(
  { id, line }: Ordered,
  quantity: number,
  location: string,
): Promise<string> {
  const started = await admin("/admin/returns", made, {
    method: "POST",
    body: { order_id: id, location_id: location },
  })
  const path = `/admin/returns/${started.return.id}`
  await post(`${path}/request-items`, { items: [{ id: line, quantity }] })
  await post(`${path}/request`, {})
  await post(`${path}/receive`, {})
  await post(`${path}/receive-items`, { items: [{ id: line, quantity }] })
  return path
}

/** A customer sends pieces back, and they arrive at a point. */
export async function sendBack(
  ordered: Ordered,
  quantity: number,
  location: string,
): Promise<void> {
  const path = await returnReady(ordered, quantity, location)
  await post(`${path}/receive/confirm`, {})
  await admin(`${path}?fields=items.item_id`, items)
}
