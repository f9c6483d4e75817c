/**
 * The framework links an order to its cart, closes the cart, reserves the goods and lets the payment
 * be authorised in commits of their own. A process that dies in between leaves an order that its
 * buyer may see, and that a second try would give back as it is. Such an order is finished: what is
 * there stays, what is missing is added.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  type StockContext,
  stockContext,
  withStockContext,
} from "../modules/inventory/context"
import { ApiFailure } from "./api-failure"
import { destinationOfOrder } from "./destination"
import { removeOrder } from "./orphaned-order"

// The framework notes on the collection what its session says in a commit after the payment's, and
// does not look at it again.
const unnoted = (cartId: string): string => `
  select collection.id, session.amount, session.raw_amount
    from cart_payment_collection link
    join payment_collection collection on collection.id = link.payment_collection_id
     and collection.status in ('not_paid', 'awaiting')
    join payment_session session on session.payment_collection_id = collection.id
     and session.status = 'authorized' and session.deleted_at is null
     and session.amount = collection.amount
    join payment on payment.payment_session_id = session.id
     and payment.canceled_at is null and payment.deleted_at is null
   where link.cart_id = ${cartId} and link.deleted_at is null`

const NOTE_AUTHORISED = `
  update payment_collection collection
     set status = 'authorized', authorized_amount = said.amount,
         raw_authorized_amount = said.raw_amount, updated_at = now()
    from (${unnoted(":cartId")}) said
   where collection.id = said.id`

// The payment comes last, after all the rest: as long as there never was one, the completion has not
// ended. A payment that was called off, or staff taking a reservation away, is no such thing.
const UNFINISHED = `
  select link.cart_id, link.order_id, cart.completed_at is null as is_open,
         pending.id as session_id,
         exists (select from order_fulfillment f
                  where f.order_id = o.id and f.deleted_at is null) as is_touched,
         array(select c.payment_collection_id from cart_payment_collection c
                where c.cart_id = cart.id and c.deleted_at is null
                  and not exists (select from order_payment_collection p
                                   where p.order_id = o.id)) as collections,
         array(select c.promotion_id from cart_promotion c
                where c.cart_id = cart.id and c.deleted_at is null
                  and not exists (select from order_promotion p
                                   where p.order_id = o.id
                                     and p.promotion_id = c.promotion_id)) as promotions
    from order_cart link
    join cart on cart.id = link.cart_id
    join "order" o on o.id = link.order_id and o.deleted_at is null
     and o.canceled_at is null
    left join lateral (
         select s.id
           from cart_payment_collection c
           join payment_session s on s.payment_collection_id = c.payment_collection_id
            and s.status = 'pending' and s.deleted_at is null
          where c.cart_id = cart.id and c.deleted_at is null
            and not exists (select from payment p
                             where p.payment_collection_id = c.payment_collection_id)
          order by s.created_at, s.id limit 1) pending on true
   where link.deleted_at is null
     and (cart.completed_at is null or pending.id is not null
          or exists (select from reservation_item r
                      where r.external_id = cart.id and r.line_item_id is null
                        and r.deleted_at is null)
          or exists (${unnoted("cart.id")}))`

const unfinished = z.object({
  cart_id: z.string(),
  order_id: z.string(),
  is_open: z.boolean(),
  session_id: z.string().nullable(),
  /** Staff have handed something over. */
  is_touched: z.boolean(),
  /** Of the cart, and not yet the order's. */
  collections: z.array(z.string()),
  promotions: z.array(z.string()),
})
type Unfinished = z.infer<typeof unfinished>

// Lines that have no reservation and never had one; one that was handed over or cancelled had one.
// As long as the completion has not ended, nobody but itself took one away when it failed.
const UNRESERVED = `
  select line.id as line_item_id, kit.inventory_item_id,
         coalesce(held.location_id, level.location_id) as location_id,
         item.quantity * kit.required_quantity as quantity, variant.allow_backorder
    from "order" o
    join order_item item on item.order_id = o.id and item.version = o.version
     and item.deleted_at is null and item.fulfilled_quantity = 0
    join order_line_item line on line.id = item.item_id
    join product_variant variant on variant.id = line.variant_id and variant.manage_inventory
    join product_variant_inventory_item kit on kit.variant_id = variant.id
     and kit.deleted_at is null
    join lateral (
         select min(location_id) as location_id from inventory_level
          where inventory_item_id = kit.inventory_item_id and deleted_at is null) level
      on level.location_id is not null
    left join lateral (
         select min(location_id) as location_id from reservation_item
          where external_id = :cartId and line_item_id is null and deleted_at is null) held
      on true
   where o.id = :orderId
     and not exists (select from reservation_item r
                      where r.line_item_id = line.id
                        and (r.deleted_at is null or not :hasNotEnded))
   order by line.id`

const unreserved = z.object({
  line_item_id: z.string(),
  inventory_item_id: z.string(),
  /** Any that has the goods: which one they come from is chosen by the hold, or anew. */
  location_id: z.string(),
  quantity: z.coerce.number().int().positive(),
  allow_backorder: z.boolean(),
})

const ADJUSTMENTS = `
  select adjustment.code, adjustment.amount, cart.customer_id, cart.email
    from (select item.cart_id, adjustment.code, adjustment.amount, adjustment.deleted_at
            from cart_line_item_adjustment adjustment
            join cart_line_item item on item.id = adjustment.item_id
             and item.deleted_at is null
          union all
          select method.cart_id, adjustment.code, adjustment.amount, adjustment.deleted_at
            from cart_shipping_method_adjustment adjustment
            join cart_shipping_method method on method.id = adjustment.shipping_method_id
             and method.deleted_at is null) adjustment
    join cart on cart.id = adjustment.cart_id
   where cart.id = :cartId and adjustment.deleted_at is null
     and adjustment.code is not null`

const adjustment = z.object({
  code: z.string(),
  amount: z.coerce.number(),
  customer_id: z.string().nullable(),
  email: z.string().nullable(),
})

// The newest orders, by the primary key, are enough: it is looked for every minute.
const ABANDONED = `${UNFINISHED}
     and link.created_at < now() - make_interval(mins => ?)
     and (link.order_id in (select id from "order" order by id desc limit 1000)
          or link.cart_id in (select external_id from reservation_item
                               where line_item_id is null and deleted_at is null))`

/**
 * Finishes the order of a cart whose completion was cut off. To be called with the cart's lock held.
 * @returns whether there was anything to finish.
 */
export async function finishOrderOf(
  container: MedusaContainer,
  cartId: string,
): Promise<boolean> {
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  // Also for a cart that becomes an order only now: its payment may be left of an earlier try.
  await connection.raw(NOTE_AUTHORISED, { cartId })
  const { rows } = await connection.raw(`${UNFINISHED} and link.cart_id = ?`, [cartId])
  const [order] = z.array(unfinished).parse(rows)
  if (!order) return false
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`Order ${order.order_id} of an interrupted completion is finished`)
  const context: StockContext = {
    ...stockContext(),
    cartId,
    document: { type: "order", id: order.order_id },
    destination: (await destinationOfOrder(connection, order.order_id)) ?? undefined,
  }
  await withStockContext(context, () => finish(container, connection, order))
  return true
}

/** In the framework's order: the payment, by which a finished order is known, comes last. */
async function finish(
  container: MedusaContainer,
  connection: Knex,
  order: Unfinished,
): Promise<void> {
  const { cart_id: cartId, order_id: orderId, is_open, is_touched, session_id } = order
  try {
    await reserveLines(container, connection, order)
    await countPromotions(container, connection, cartId)
  } catch (error) {
    // What it needs is gone meanwhile: then nobody may find an order that cannot be kept.
    if (isRefusal(error) && hasNotEnded(order) && !is_touched) {
      await removeOrder(container, orderId)
      await container.resolve(Modules.CART).updateCarts(cartId, { completed_at: null })
    }
    throw error
  }
  await createLinks(container, order)
  if (is_open)
    await container
      .resolve(Modules.CART)
      .updateCarts(cartId, { completed_at: new Date() })
  if (session_id !== null)
    await container.resolve(Modules.PAYMENT).authorizePaymentSession(session_id, {})
}

/** Closing the cart and paying are among the last things that a completion does. */
const hasNotEnded = ({ is_open, session_id }: Unfinished): boolean =>
  is_open || session_id !== null

/** As opposed to a database that is away, or a shelf that is busy. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiFailure
    ? error.failureCode === "insufficient_inventory"
    : MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_ALLOWED

/** Carts whose completion was cut off when their order was already theirs, and never tried again. */
export async function cartsWithUnfinishedOrders(
  container: MedusaContainer,
  olderThanMinutes: number,
): Promise<string[]> {
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(ABANDONED, [olderThanMinutes])
  return z
    .array(unfinished)
    .parse(rows)
    .map(({ cart_id }) => cart_id)
}

async function reserveLines(
  container: MedusaContainer,
  connection: Knex,
  order: Unfinished,
): Promise<void> {
  const { rows } = await connection.raw(UNRESERVED, {
    cartId: order.cart_id,
    orderId: order.order_id,
    hasNotEnded: hasNotEnded(order),
  })
  const lines = z.array(unreserved).parse(rows)
  if (lines.length === 0) return
  await container.resolve(Modules.INVENTORY).createReservationItems(lines)
}

/** Uses that were counted already are not counted again. */
async function countPromotions(
  container: MedusaContainer,
  connection: Knex,
  cartId: string,
): Promise<void> {
  const { rows } = await connection.raw(ADJUSTMENTS, { cartId })
  const used = z.array(adjustment).parse(rows)
  const [first] = used
  if (!first) return
  await container.resolve(Modules.PROMOTION).registerUsage(
    used.map(({ code, amount }) => ({ code, amount })),
    { customer_id: first.customer_id, customer_email: first.email },
  )
}

async function createLinks(
  container: MedusaContainer,
  { order_id, collections, promotions }: Unfinished,
): Promise<void> {
  const links = [
    ...collections.map((payment_collection_id) => ({
      [Modules.ORDER]: { order_id },
      [Modules.PAYMENT]: { payment_collection_id },
    })),
    ...promotions.map((promotion_id) => ({
      [Modules.ORDER]: { order_id },
      [Modules.PROMOTION]: { promotion_id },
    })),
  ]
  if (links.length > 0)
    await container.resolve(ContainerRegistrationKeys.LINK).create(links)
}
