/**
 * The framework creates an order, and in a later commit links it to its cart. A process or a
 * database that dies in between leaves an order that a second try does not know of and would make
 * again. Every order therefore carries its cart's id from the first commit on.
 */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

/** Key in the metadata of a cart, which the framework copies to the order made of it. */
export const CART_ID_KEY = "cart_id"

// What staff have handed over stays: they saw the order, whoever else did not.
const untouched = (order: string): string => `not exists (
      select from order_fulfillment f where f.order_id = ${order} and f.deleted_at is null)`

// Ids are ULIDs: an order of this cart cannot have a smaller one than the cart's own time, so the
// primary key finds the few orders in question.
const ORPHANS = `
  select o.id from "order" o
  where o.id >= ? and o.metadata ->> '${CART_ID_KEY}' = ? and o.deleted_at is null
    and not exists (
      select from order_cart c where c.order_id = o.id and c.deleted_at is null)
    and ${untouched("o.id")}`

const orphan = z.object({ id: z.string() })

const LINES = "select item_id from order_item where order_id = ?"

const line = z.object({ item_id: z.string() })

// Looked for every minute: the newest orders, by the primary key, are enough.
const ABANDONED = `
  select distinct recent.metadata ->> '${CART_ID_KEY}' as cart_id
  from (select * from "order" order by id desc limit 1000) recent
  where recent.metadata ->> '${CART_ID_KEY}' is not null and recent.deleted_at is null
    and recent.created_at < now() - make_interval(mins => ?)
    and not exists (
      select from order_cart c where c.order_id = recent.id and c.deleted_at is null)
    and ${untouched("recent.id")}`

const abandoned = z.object({ cart_id: z.string() })

// A connection may break just when goods were reserved: the framework takes the order back and knows
// of no reservation. A reservation that was a cart's hold keeps the cart's id.
const isGhost = `r.line_item_id is not null and r.deleted_at is null
    and not exists (select from order_line_item l where l.id = r.line_item_id)`

const GHOSTS = `
  select distinct r.line_item_id as item_id from reservation_item r
   where r.external_id = ? and ${isGhost}`

const ABANDONED_GHOSTS = `
  select distinct r.line_item_id as item_id from reservation_item r
   where r.updated_at < now() - make_interval(mins => ?) and ${isGhost}`

// It may also break just when the order was linked: then the cart belongs to an order that is gone.
const isLost = `link.deleted_at is null and not exists (
      select from "order" o where o.id = link.order_id and o.deleted_at is null)`

const LOST = `select link.order_id from order_cart link where link.cart_id = ? and ${isLost}`

const lost = z.object({ order_id: z.string() })

const ABANDONED_LOST = `
  select distinct link.cart_id from order_cart link
   where link.created_at < now() - make_interval(mins => ?) and ${isLost}`

/** Of a ULID, the characters that say when it was made. */
const TIME_LENGTH = 10
const LOCK_SECONDS = 5

async function orphansOf(container: MedusaContainer, cartId: string) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const since = `order_${cartId.slice("cart_".length, "cart_".length + TIME_LENGTH)}`
  const { rows } = await knex.raw(ORPHANS, [since, cartId])
  return z.array(orphan).parse(rows)
}

async function ghostLines(
  container: MedusaContainer,
  sql: string,
  binding: string | number,
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(sql, [binding])
  return lineIds(rows)
}

const lineIds = (rows: unknown): string[] =>
  z
    .array(line)
    .parse(rows)
    .map(({ item_id }) => item_id)

async function endReservations(
  container: MedusaContainer,
  lines: string[],
): Promise<void> {
  if (lines.length > 0)
    await container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(lines)
}

/** Takes back an order that nobody was told of, with its reservations and its links. */
export async function removeOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<void> {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`Order ${orderId} of an interrupted completion is removed`)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(LINES, [orderId])
  await endReservations(container, lineIds(rows))
  await container
    .resolve(ContainerRegistrationKeys.LINK)
    .delete({ [Modules.ORDER]: { order_id: orderId } })
  await container.resolve(Modules.ORDER).deleteOrders([orderId])
}

/**
 * Removes what an interrupted completion of this cart left behind: the order nobody was told of,
 * its reservations and its links. To be called with the cart's lock held.
 * @returns how many orders were removed, or lines of orders that are gone.
 */
export async function removeOrphanedOrders(
  container: MedusaContainer,
  cartId: string,
): Promise<number> {
  const orphans = await orphansOf(container, cartId)
  for (const { id } of orphans) await removeOrder(container, id)
  const ghosts = await ghostLines(container, GHOSTS, cartId)
  await endReservations(container, ghosts)
  return orphans.length + ghosts.length
}

/**
 * The same for a caller without the cart's lock: whoever is completing the cart is waited for.
 * @returns whether there was anything to remove. @throws ApiFailure 503 busy.
 */
export async function removeOrphansOf(
  container: MedusaContainer,
  cartId: string,
): Promise<boolean> {
  const found = [
    ...(await orphansOf(container, cartId)),
    ...(await ghostLines(container, GHOSTS, cartId)),
  ]
  if (found.length === 0) return false
  const removed = await container
    .resolve(Modules.LOCKING)
    .execute([cartId], () => removeOrphanedOrders(container, cartId), {
      timeout: LOCK_SECONDS,
    })
  return removed > 0
}

/**
 * Opens a cart again whose order is gone. To be called with the cart's lock held.
 * @returns whether it was such a cart.
 */
export async function reopenCart(
  container: MedusaContainer,
  cartId: string,
): Promise<boolean> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(LOST, [cartId])
  const orders = z.array(lost).parse(rows)
  if (orders.length === 0) return false
  // By its links it is found again, should this be cut off, too.
  await container.resolve(Modules.CART).updateCarts(cartId, { completed_at: null })
  for (const { order_id } of orders)
    await container
      .resolve(ContainerRegistrationKeys.LINK)
      .delete({ [Modules.ORDER]: { order_id } })
  return true
}

/** Carts whose order is gone, and that were never tried again. */
export async function cartsOfLostOrders(
  container: MedusaContainer,
  olderThanMinutes: number,
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(ABANDONED_LOST, [olderThanMinutes])
  return z
    .array(abandoned)
    .parse(rows)
    .map(({ cart_id }) => cart_id)
}

/**
 * Carts whose completion was cut off after the order was made, and never tried again: their orders
 * hold goods for nobody.
 */
export async function cartsWithOrphans(
  container: MedusaContainer,
  olderThanMinutes: number,
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(ABANDONED, [olderThanMinutes])
  return z
    .array(abandoned)
    .parse(rows)
    .map(({ cart_id }) => cart_id)
}

/** Frees what is reserved for lines that no order has any more. @returns for how many. */
export async function endAbandonedReservations(
  container: MedusaContainer,
  olderThanMinutes: number,
): Promise<number> {
  const lines = await ghostLines(container, ABANDONED_GHOSTS, olderThanMinutes)
  await endReservations(container, lines)
  return lines.length
}
