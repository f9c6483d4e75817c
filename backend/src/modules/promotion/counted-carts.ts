/**
 * Which carts' promotions have been counted as used: noted at the cart in the commit that counts. The
 * framework counts in a commit of its own; a process that dies after it is followed by a second
 * completion of the cart, which must neither count again nor be refused for its own last use.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

/** Key in the metadata of a cart. */
export const COUNTED_KEY = "promotions_counted"

const changed = z.object({ rowCount: z.number() })

/** @returns false when it was noted already. */
export async function noteCounted(transaction: Knex, cartId: string): Promise<boolean> {
  const result = await transaction.raw(
    `update cart
        set metadata = coalesce(metadata, '{}') || jsonb_build_object('${COUNTED_KEY}', true)
      where id = ? and metadata ->> '${COUNTED_KEY}' is null`,
    [cartId],
  )
  return changed.parse(result).rowCount > 0
}

/** @returns false when it was not noted. */
export async function noteGivenBack(transaction: Knex, cartId: string): Promise<boolean> {
  const result = await transaction.raw(
    `update cart set metadata = metadata - '${COUNTED_KEY}'
      where id = ? and metadata ->> '${COUNTED_KEY}' is not null`,
    [cartId],
  )
  return changed.parse(result).rowCount > 0
}
