/** Money that a person has to give back ("việc hoàn tiền"). */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { formatOrderCode } from "../contracts/order-code"
import { refundReason, type RefundReason, type RefundTask } from "../contracts/pickup"
import { unknownRefundTask } from "../modules/pickup/failures"

const moment = z.date().transform((at) => at.toISOString())

const row = z
  .object({
    id: z.coerce.string(),
    order_id: z.string(),
    display_id: z.number(),
    amount: z.coerce.number(),
    reason: refundReason,
    created_at: moment,
    done_at: moment.nullable(),
    done_by: z.string().nullable(),
  })
  .transform(({ display_id, ...task }): RefundTask => ({
    ...task,
    order_code: formatOrderCode(display_id),
  }))

const COLUMNS = `t.id, t.order_id, o.display_id, t.amount, t.reason, t.created_at, t.done_at,
  t.done_by`

/** One an order; while nobody has done it, what is known last stands in it. */
export async function putRefundTask(
  connection: Knex,
  orderId: string,
  amount: number,
  reason: RefundReason,
): Promise<void> {
  await connection.raw(
    `insert into refund_task as known (order_id, amount, reason)
     values (:orderId, :amount, :reason)
     on conflict (order_id) do update set amount = excluded.amount, reason = excluded.reason
      where known.done_at is null`,
    { orderId, amount, reason },
  )
}

/** The oldest first. */
export async function listRefundTasks(
  connection: Knex,
  { all }: { all: boolean },
): Promise<RefundTask[]> {
  const { rows } = await connection.raw(
    `select ${COLUMNS} from refund_task t join "order" o on o.id = t.order_id
      where ${all ? "true" : "t.done_at is null"} order by t.id limit 200`,
  )
  return z.array(row).parse(rows)
}

/** The money was given back; said again it stays as it was. @throws ApiFailure 404 */
export async function finishRefundTask(
  connection: Knex,
  id: string,
  actor: string | null,
): Promise<RefundTask> {
  const { rows } = await connection.raw(
    `update refund_task t
        set done_by = case when t.done_at is null then :actor else t.done_by end,
            done_at = coalesce(t.done_at, clock_timestamp())
       from "order" o where t.id = :id and o.id = t.order_id
    returning ${COLUMNS}`,
    { id, actor },
  )
  const [task] = z.array(row).parse(rows)
  if (!task) throw unknownRefundTask()
  return task
}
