/**
 * The trigger by which a pick-up follows its order. It is on a table of the framework's, which may be
 * made after this module's migrations: it is put there when the application starts, if it is missing.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

const present = z.array(z.object({ tgname: z.string() }))

export async function putOrderTrigger(connection: Knex): Promise<void> {
  const { rows } = await connection.raw(
    `select tgname from pg_trigger
      where tgrelid = to_regclass('"order"') and tgname = 'pickup_follow_order'`,
  )
  if (present.parse(rows).length > 0) return
  await connection.raw(
    `create or replace trigger pickup_follow_order after update of canceled_at on "order"
      for each row when (old.canceled_at is null and new.canceled_at is not null)
      execute function pickup_follow_order()`,
  )
}
