/** What a path does not tell about the goods a request moves, read from the framework's tables. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Destination, type Outstanding } from "../modules/inventory/context"
import { destinationOfOrder } from "./destination"

export type Part = "return" | "order_claim" | "order_exchange"

export type Lookups = {
  /** The order of a return, a claim or an exchange; null when there is no such. */
  orderOf: (part: Part, id: string) => Promise<string | null>
  /** The lines that were handed over, and where; null when there is no such fulfilment. */
  handedOver: (
    fulfilmentId: string,
  ) => Promise<{ lineIds: string[]; locationId: string } | null>
  destinationOf: (orderId: string) => Promise<Destination | null>
  /** Of the order's version of today. */
  outstanding: (lineIds: readonly string[]) => Promise<Outstanding[]>
}

const ofOrder = z.object({ order_id: z.string() })

const handedOver = z
  .object({ location_id: z.string(), line_ids: z.array(z.string()) })
  .transform(({ location_id, line_ids }) => ({
    locationId: location_id,
    lineIds: line_ids,
  }))

const outstanding = z.object({
  line_item_id: z.string(),
  inventory_item_id: z.string(),
  quantity: z.number(),
})

export function lookupsOf(connection: Knex): Lookups {
  async function rows<Row extends z.ZodType>(
    row: Row,
    sql: string,
    bindings: (string | string[])[],
  ): Promise<z.output<Row>[]> {
    const result = await connection.raw(sql, bindings)
    return z.array(row).parse(result.rows)
  }

  return {
    orderOf: async (part, id) => {
      const sql = "select order_id from ?? where id = ? and deleted_at is null"
      const [row] = await rows(ofOrder, sql, [part, id])
      return row?.order_id ?? null
    },
    handedOver: async (fulfilmentId) => {
      const [row] = await rows(
        handedOver,
        `select f.location_id,
                array(select distinct i.line_item_id from fulfillment_item i
                       where i.fulfillment_id = f.id and i.deleted_at is null
                         and i.line_item_id is not null) as line_ids
           from fulfillment f where f.id = ? and f.deleted_at is null`,
        [fulfilmentId],
      )
      return row ?? null
    },
    destinationOf: (orderId) => destinationOfOrder(connection, orderId),
    outstanding: (lineIds) =>
      rows(
        outstanding,
        `select line.item_id as line_item_id, kit.inventory_item_id,
                greatest(0, (line.quantity - line.fulfilled_quantity) * kit.required_quantity
                )::float8 as quantity
           from order_item line
           join "order" o on o.id = line.order_id and o.version = line.version
           join order_line_item item on item.id = line.item_id
           join product_variant_inventory_item kit on kit.variant_id = item.variant_id
            and kit.deleted_at is null
          where line.item_id = any(?) and line.deleted_at is null`,
        [[...lineIds]],
      ),
  }
}
