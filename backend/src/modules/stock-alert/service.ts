import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type Day, day } from "../../contracts/calendar"
import { type MinimumBody, SALES_DAYS } from "../../contracts/stock-alerts"
import { stockContext } from "../inventory/context"
import { command } from "../inventory/ledger/command"
import { due, SAME, ZONE } from "./due"

/** Item and location. */
export type Shelf = readonly [item: string, location: string]

/**
 * Whoever changes alerts does it alone, on figures read after the one before has committed: of two
 * at once the one with the older figures could have the last word.
 */
const LOCK = "select pg_advisory_xact_lock(hashtext('stock-alert'), 0)"

/** Who counts the sales of a new day: that reads a month of the ledger, and no movement waits for it. */
const DAY_LOCK = "select pg_try_advisory_xact_lock(hashtext('stock-alert'), 1) as taken"

/** Why alerts are looked at anew. */
type Cause = "movement" | "minimum" | "day"

/** The newest row that can have ended an alert `r`: more to sell, or less of the lot. */
const MOVED_BY = `(
  select e.kind from stock_entry e
   where e.inventory_item_id = r.inventory_item_id and e.location_id = r.location_id
     and (r.lot_id is null or e.lot_id = r.lot_id) and e.recorded_at >= r.changed_at
     and case r.kind when 'low-stock' then e.on_hand_change > e.reserved_change
              else e.on_hand_change < 0 end
   order by e.id desc limit 1)`

/** Closes what has recovered, opens what is new; what is unchanged is not written. */
const refreshing = (only: "shelf" | "all", cause: Cause) => `
  with ${
    only === "shelf"
      ? `shelf as materialized (select distinct * from
           unnest(cast(:items as text[]), cast(:locations as text[])) as s(item, location)),`
      : ""
  }
  due as materialized (${due(only)}),
  recovered as (
    delete from stock_alert a
     ${only === "shelf" ? "using shelf where a.inventory_item_id = shelf.item and a.location_id = shelf.location and" : "where"}
       not exists (select from due d where ${SAME})
    returning a.*),
  history as (
    insert into stock_alert_closed (id, kind, inventory_item_id, location_id, lot_id, stage,
      opened_at, closed_by_kind)
    select r.id, r.kind, r.inventory_item_id, r.location_id, r.lot_id, r.stage, r.changed_at,
           ${cause === "movement" ? `coalesce(${MOVED_BY}, 'other')` : `'${cause}'`}
      from recovered r)
  insert into stock_alert (kind, inventory_item_id, location_id, lot_id, stage)
  select d.kind, d.item, d.location, d.lot, d.stage from due d
   where not exists (
     select from stock_alert a where ${SAME} and a.stage is not distinct from d.stage)
  on conflict on constraint stock_alert_one do update
     set stage = excluded.stage,
         changed_at = case when excluded.stage < stock_alert.stage
                           then excluded.changed_at else stock_alert.changed_at end,
         told_on = case when excluded.stage < stock_alert.stage
                        then null else stock_alert.told_on end`

const MIDNIGHT = (date: string) => `(${date})::timestamp at time zone '${ZONE}'`

const COUNT_SALES = `
  with sold as materialized (
    select inventory_item_id, location_id, (-sum(on_hand_change))::integer as pieces
      from stock_entry
     where kind = 'sale' and occurred_at < ${MIDNIGHT("stock_today()")}
       and occurred_at >= ${MIDNIGHT(`stock_today() - ${SALES_DAYS}`)}
     group by 1, 2 having sum(on_hand_change) < 0),
  forgotten as (
    delete from stock_sold s where not exists (
      select from sold where sold.inventory_item_id = s.inventory_item_id
        and sold.location_id = s.location_id))
  insert into stock_sold as s (inventory_item_id, location_id, pieces)
  select * from sold
  on conflict on constraint stock_sold_pkey do update set pieces = excluded.pieces
   where s.pieces <> excluded.pieces`

/** Minimums of items and points that were deleted since. */
const FORGET_MINIMUMS = `
  delete from stock_minimum m
   where not exists (select from inventory_item i
           where i.id = m.inventory_item_id and i.deleted_at is null)
      or not exists (select from stock_location l
           where l.id = m.location_id and l.deleted_at is null)`

/** Of more than a year ago nobody asks. */
const FORGET_CLOSED =
  "delete from stock_alert_closed where closed_at < now() - interval '1 year'"

/** The digests of a day are due from six o'clock on; before that those of the day before may be. */
const STATE = `
  select stock_today()::text as today, seen.day::text as seen, seen.told::text as told,
         (stock_today() - case when extract(hour from now() at time zone '${ZONE}') < 6
                               then 1 else 0 end)::text as due
    from (select) one left join stock_alert_day seen on true`

const lock = z.tuple([z.object({ taken: z.boolean() })])

const state = z.object({
  today: day,
  seen: day.nullable(),
  told: day.nullable(),
  due: day,
})
type State = z.output<typeof state>

/** Open alerts, kept in step with the stock, and the minimums that they go by. */
class StockAlertService {
  private readonly knex: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** After a movement: opens and closes the alerts of some shelves. Idempotent. */
  async refresh(shelves: readonly Shelf[]): Promise<void> {
    if (shelves.length === 0) return
    await this.alone((transaction) => refreshShelves(transaction, shelves, "movement"))
  }

  /** After a new day has begun, also where midnight was slept through: looks through everything. */
  async followDay(): Promise<void> {
    const isFollowed = ({ seen, today }: State) => seen === today
    if (isFollowed(await stateOn(this.knex))) return
    await command(this.knex, async (transaction) => {
      const [{ taken }] = lock.parse((await transaction.raw(DAY_LOCK)).rows)
      if (!taken) return
      const now = await stateOn(transaction)
      if (isFollowed(now)) return
      await transaction.raw(COUNT_SALES)
      await transaction.raw(LOCK)
      await transaction.raw(FORGET_MINIMUMS)
      await transaction.raw(refreshing("all", "day"))
      await transaction.raw(FORGET_CLOSED)
      await transaction.raw(
        `insert into stock_alert_day (day) values (?)
         on conflict (id) do update set day = excluded.day`,
        [now.today],
      )
    })
  }

  /**
   * Calls `tell` when the digests of a day have not been sent, and takes all open alerts as told
   * when it has resolved. One process at a time; no alert changes meanwhile. Broken off, it is
   * called again: `tell` must be idempotent for its day.
   */
  async whenDigestIsDue(tell: (day: Day) => Promise<void>): Promise<void> {
    const isTold = ({ seen, told, due: on }: State) =>
      seen === null || (told !== null && told >= on)
    if (isTold(await stateOn(this.knex))) return
    await this.alone(async (transaction) => {
      const now = await stateOn(transaction)
      if (isTold(now)) return
      await tell(now.due)
      await transaction.raw("update stock_alert set told_on = ? where told_on is null", [
        now.due,
      ])
      await transaction.raw("update stock_alert_day set told = ?", [now.due])
    })
  }

  /** Sets or, with both null, removes the minimum of an item at a point, and looks at it at once. */
  async setMinimums(minimums: readonly MinimumBody[]): Promise<void> {
    await this.alone(async (transaction) => {
      for (const minimum of minimums) await putMinimum(transaction, minimum)
      await refreshShelves(
        transaction,
        minimums.map((each) => [each.inventory_item_id, each.location_id]),
        "minimum",
      )
    })
  }

  private async alone(
    work: (transaction: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await command(this.knex, async (transaction) => {
      await transaction.raw(LOCK)
      await work(transaction)
    })
  }
}

async function stateOn(connection: Knex): Promise<State> {
  const result = await connection.raw(STATE)
  return z.tuple([state]).parse(result.rows)[0]
}

async function refreshShelves(
  transaction: Knex.Transaction,
  shelves: readonly Shelf[],
  cause: Cause,
): Promise<void> {
  await transaction.raw(refreshing("shelf", cause), {
    items: shelves.map(([item]) => item),
    locations: shelves.map(([, location]) => location),
  })
}

async function putMinimum(
  transaction: Knex.Transaction,
  { inventory_item_id, location_id, minimum, cover_days }: MinimumBody,
): Promise<void> {
  const shelf = { inventory_item_id, location_id }
  if (minimum === null && cover_days === null) {
    await transaction("stock_minimum").where(shelf).delete()
    return
  }
  await transaction("stock_minimum")
    .insert({ ...shelf, minimum, cover_days, updated_by: stockContext().actor() })
    .onConflict(["inventory_item_id", "location_id"])
    .merge({
      minimum,
      cover_days,
      updated_by: stockContext().actor(),
      updated_at: transaction.raw("clock_timestamp()"),
    })
}

export default StockAlertService
