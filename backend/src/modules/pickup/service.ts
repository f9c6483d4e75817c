import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { formatOrderCode, parseOrderCode } from "../../contracts/order-code"
import {
  PICKUP_LOCK_MINUTES,
  PICKUP_WRONG_TRIES,
  type PickupQuery,
  type PickupStatus,
  pickupStatus,
  pickupView,
  type PickupView,
} from "../../contracts/pickup"
import { pickupPoints } from "../../lib/pickup-points"
import { isSameCode, newCode } from "./code"
import { commandConflict, unknownPickup, wrongStatus } from "./failures"
import { putOrderTrigger } from "./order-trigger"

export type PickupOptions = {
  /** Days for which goods that are ready wait for the buyer ("số ngày giữ hàng"). */
  days: number
}

/** An order whose goods never become ready is kept that many times as long, from when it was placed. */
const UNREADY_FACTOR = 3
const LOCK_TIMEOUT_MS = 5_000
/** No order has it. */
const NO_ORDER = -1

const moment = z.date().transform((at) => at.toISOString())

const row = z
  .object({
    order_id: z.string(),
    display_id: z.number(),
    location_id: z.string(),
    status: pickupStatus,
    placed_at: moment,
    ready_at: moment.nullable(),
    expires_at: moment,
    collected_at: moment.nullable(),
    collected_by: z.string().nullable(),
  })
  .transform(({ display_id, ...pickup }): PickupView => ({
    ...pickup,
    order_code: formatOrderCode(display_id),
  }))

/** The code is never among them. */
const COLUMNS = `p.order_id, o.display_id, p.location_id, p.status, p.placed_at, p.ready_at,
  p.expires_at, p.collected_at, p.collected_by`

const tries = z.object({
  code: z.string(),
  wrong_tries: z.number(),
  locked_for: z.number().nullable(),
})

export type Try =
  | { code: "right" }
  | { code: "wrong"; triesLeft: number }
  | { code: "not looked at"; lockedForSeconds: number }

const command = z.object({ fingerprint: z.string(), answer: pickupView })

export type Collection = {
  /** The command's. */
  id: string
  fingerprint: string
  actor: string | null
  device: string | null
}

const kept = z.object({ order_id: z.string() })
const shown = z.object({
  location_id: z.string(),
  status: pickupStatus,
  code: z.string(),
  expires_at: moment,
})
export type ShownToBuyer = z.output<typeof shown>

/** Orders that are fetched at a point, from when they are placed until the goods are gone. */
class PickupService {
  /** The framework's tables exist by now, and nobody can have cancelled an order before. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => {
      await putOrderTrigger(this.knex)
    },
  }

  private readonly knex: Knex
  private readonly days: number

  constructor(
    container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex },
    { days }: PickupOptions,
  ) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.days = days
  }

  /**
   * Of these orders those that stand and are fetched at a point get their code; those that have one
   * keep it. An order that is being cancelled just now is waited for.
   */
  async open(orderIds: readonly string[]): Promise<void> {
    await this.knex.raw(
      `insert into pickup_order (order_id, location_id, code, placed_at, expires_at)
       select o.id, point.location_id, given.code, o.created_at,
              o.created_at + make_interval(days => :days)
         from unnest(cast(:ids as text[]), cast(:codes as text[])) as given(order_id, code)
         join (${pickupPoints("o.id = any(:ids)")}) point using (order_id)
         join (select id, created_at from "order"
                where id = any(:ids) and canceled_at is null and deleted_at is null
                  for share) o on o.id = given.order_id
       on conflict (order_id) do nothing`,
      {
        ids: [...orderIds],
        codes: orderIds.map(newCode),
        days: this.days * UNREADY_FACTOR,
      },
    )
  }

  /** Null: the order is not fetched at a point, or there is none. */
  async find(orderId: string): Promise<PickupView | null> {
    const [found] = await this.rows(
      row,
      `select ${COLUMNS} from pickup_order p join "order" o on o.id = p.order_id
        where p.order_id = :orderId`,
      { orderId },
    )
    return found ?? null
  }

  /** @throws ApiFailure 404 unknown_pickup */
  async retrieve(orderId: string): Promise<PickupView> {
    const found = await this.find(orderId)
    if (!found) throw unknownPickup()
    return found
  }

  /** The oldest first. */
  async list(filter: PickupQuery): Promise<PickupView[]> {
    const { order_code, location_id = null, status = null, limit, offset } = filter
    const number =
      order_code === undefined ? null : (parseOrderCode(order_code) ?? NO_ORDER)
    return await this.rows(
      row,
      `select ${COLUMNS} from pickup_order p join "order" o on o.id = p.order_id
        where (cast(:location_id as text) is null or p.location_id = :location_id)
          and (cast(:status as text) is null or p.status = :status)
          and (cast(:number as integer) is null or o.display_id = :number)
        order by p.placed_at, p.order_id limit :limit offset :offset`,
      { location_id, status, number, limit, offset },
    )
  }

  /** With the code: for whoever has proved to be the buyer. Null: not fetched at a point. */
  async shownToBuyer(orderId: string): Promise<ShownToBuyer | null> {
    const [found] = await this.rows(
      shown,
      `select location_id, status, code, expires_at from pickup_order
        where order_id = :orderId`,
      { orderId },
    )
    return found ?? null
  }

  /** The goods are being put together. @returns whether they were not before. */
  async prepare(orderId: string): Promise<boolean> {
    return await this.moved(orderId, "preparing", "status = 'preparing'", ["placed"])
  }

  /** The goods wait for the buyer; the days until they expire are counted from here. */
  async ready(orderId: string): Promise<boolean> {
    return await this.moved(
      orderId,
      "ready",
      `status = 'ready', ready_at = clock_timestamp(),
       expires_at = clock_timestamp() + make_interval(days => :days)`,
      ["placed", "preparing"],
    )
  }

  /** @throws ApiFailure 404 unknown_pickup, 409 for a status from which there is no such step. */
  private async moved(
    orderId: string,
    to: PickupStatus,
    changes: string,
    from: readonly PickupStatus[],
  ): Promise<boolean> {
    const changed = await this.rows(
      kept,
      `update pickup_order set ${changes}, updated_at = clock_timestamp()
        where order_id = :orderId and status = any(:from) returning order_id`,
      { orderId, days: this.days, from: [...from] },
    )
    if (changed.length > 0) return true
    const { status } = await this.retrieve(orderId)
    if (status !== to) throw wrongStatus(status)
    return false
  }

  /**
   * Looks at a code. Those who try at once do so one after the other, so that no more wrong ones are
   * looked at than are allowed, and none at all while the order is locked.
   */
  async tryCode(orderId: string, given: string): Promise<Try> {
    return await this.knex.transaction(async (transaction): Promise<Try> => {
      await transaction.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
      const { rows } = await transaction.raw(
        `select code, wrong_tries,
                extract(epoch from locked_until - clock_timestamp())::float8 as locked_for
           from pickup_order where order_id = ? for update`,
        [orderId],
      )
      const [found] = z.array(tries).parse(rows)
      if (!found) throw unknownPickup()
      const { code, wrong_tries, locked_for } = found
      if (locked_for !== null && locked_for > 0)
        return { code: "not looked at", lockedForSeconds: locked_for }
      if (isSameCode(given, code)) return { code: "right" }
      // A lock that has ended gives all the tries back.
      const wrong = (locked_for === null ? wrong_tries : 0) + 1
      await transaction.raw(
        `update pickup_order
            set wrong_tries = :wrong, updated_at = clock_timestamp(),
                locked_until = case when :locks then
                  clock_timestamp() + make_interval(mins => :minutes) end
          where order_id = :orderId`,
        {
          orderId,
          wrong,
          locks: wrong >= PICKUP_WRONG_TRIES,
          minutes: PICKUP_LOCK_MINUTES,
        },
      )
      return { code: "wrong", triesLeft: PICKUP_WRONG_TRIES - wrong }
    })
  }

  /**
   * What a command was answered with. Null: it was not carried out.
   * @throws ApiFailure 409 command_conflict when the id stands for something else.
   */
  async answerTo(id: string, fingerprint: string): Promise<PickupView | null> {
    const [found] = await this.rows(
      command,
      "select fingerprint, answer from pickup_command where id = :id",
      { id },
    )
    if (found && found.fingerprint !== fingerprint) throw commandConflict()
    return found?.answer ?? null
  }

  /** The goods were handed over. @throws ApiFailure 409 when they were not ready (any more). */
  async collected(orderId: string, collection: Collection): Promise<PickupView> {
    const { id, fingerprint, actor, device } = collection
    return await this.knex.transaction(async (transaction) => {
      const { rows } = await transaction.raw(
        `update pickup_order p
            set status = 'collected', collected_at = clock_timestamp(),
                collected_by = :actor, device_id = :device, wrong_tries = 0,
                locked_until = null, updated_at = clock_timestamp()
           from "order" o
          where p.order_id = :orderId and p.status = 'ready' and o.id = p.order_id
        returning ${COLUMNS}`,
        { orderId, actor, device },
      )
      const [pickup] = z.array(row).parse(rows)
      if (!pickup) throw wrongStatus((await this.retrieve(orderId)).status)
      await transaction.raw(
        `insert into pickup_command (id, order_id, fingerprint, answer)
         values (:id, :orderId, :fingerprint, cast(:answer as jsonb))`,
        { id, orderId, fingerprint, answer: JSON.stringify(pickup) },
      )
      return pickup
    })
  }

  /** Orders whose time is over, the longest first. @param orderId only this one. */
  async overdue(orderId: string | null = null): Promise<string[]> {
    const found = await this.rows(
      kept,
      `select order_id from pickup_order
        where status in ('placed', 'preparing', 'ready')
          and expires_at <= clock_timestamp()
          and (cast(:orderId as text) is null or order_id = :orderId)
        order by expires_at limit 200`,
      { orderId },
    )
    return found.map(({ order_id }) => order_id)
  }

  /** For an order that was cancelled or deleted by the way: nothing of it is kept any more. */
  async expire(orderId: string): Promise<void> {
    await this.knex.raw(
      `update pickup_order set status = 'expired', updated_at = clock_timestamp()
        where order_id = ? and status in ('placed', 'preparing', 'ready')`,
      [orderId],
    )
  }

  private async rows<Row extends z.ZodType>(
    schema: Row,
    sql: string,
    bindings: Record<string, Knex.RawBinding>,
  ): Promise<z.output<Row>[]> {
    const result = await this.knex.raw(sql, bindings)
    return z.array(schema).parse(result.rows)
  }
}

export default PickupService
