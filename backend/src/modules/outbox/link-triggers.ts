/**
 * Triggers on tables of links. The framework makes those after all migrations, so that no migration
 * can put a trigger on them: they are put there when the application starts, where they are missing.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

export type LinkTrigger = {
  table: string
  name: string
  /** The transition table that the trigger's function reads, and the function. */
  rows: string
  function: string
}

export const LINK_TRIGGERS: readonly LinkTrigger[] = [
  {
    table: "order_cart",
    name: "outbox_order_placed",
    rows: "placed",
    function: "outbox_order_placed",
  },
  {
    table: "product_product_ocop_recognition",
    name: "outbox_recognition_linked",
    rows: "linked",
    function: "outbox_recognition_linked",
  },
]

const present = z.array(z.object({ table: z.string(), name: z.string() }))

/** Idempotent; of several processes that start at once the later ones find them there. */
export async function putLinkTriggers(connection: Knex): Promise<void> {
  const result = await connection.raw(
    `select wanted."table", wanted.name
       from unnest(cast(? as text[]), cast(? as text[])) as wanted("table", name)
       join pg_trigger t on t.tgrelid = to_regclass(wanted."table") and t.tgname = wanted.name`,
    [LINK_TRIGGERS.map(({ table }) => table), LINK_TRIGGERS.map(({ name }) => name)],
  )
  const there = present.parse(result.rows)
  for (const trigger of LINK_TRIGGERS) {
    const { table, name } = trigger
    if (there.some((each) => each.table === table && each.name === name)) continue
    await connection.raw(
      `create or replace trigger ?? after insert on ?? referencing new table as ??
         for each statement execute function ??()`,
      [name, table, trigger.rows, trigger.function],
    )
  }
}
