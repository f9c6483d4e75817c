/** The table of leases. Every method is one statement that holds no connection afterwards. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

const taken = z.tuple([z.object({ taken: z.boolean() })])
const leased = z.array(z.object({ holder: z.string(), key: z.string() }))
const counted = z.object({ rowCount: z.number() })

export type Claim = {
  /** Sorted, each once. */
  keys: readonly string[]
  /** One taking of locks, unlike any other. */
  holder: string
  /** Who may take the same keys again, or give them back by name; null: nobody by name. */
  owner: string | null
  /** Seconds for which the keys are kept without being renewed. */
  lease: number
  /** Seconds after which they are free in any case; null: no such end. */
  expire: number | null
  /** Seconds for which others, in other processes, are not let past; null: does not stand in line. */
  patience: number | null
}

export class LeaseStore {
  constructor(private readonly knex: Knex) {}

  /** Takes all the keys, or none. */
  async take(claim: Claim): Promise<boolean> {
    const result = await this.knex.raw(
      `select lock_lease_take(cast(:keys as text[]), :holder, :owner, :lease, :expire, :patience)
              as taken`,
      { ...claim, keys: [...claim.keys] },
    )
    return taken.parse(result.rows)[0].taken
  }

  /** Gives back what one taking holds, and its place in the line of the processes. */
  async giveBack(keys: readonly string[], holder: string): Promise<void> {
    await this.knex.raw(
      `with waiting as (delete from lock_waiter where holder = :holder)
       delete from lock_lease where key in (
         select key from lock_lease
          where key = any(cast(:keys as text[])) and holder = :holder
          order by key for update)`,
      { keys: [...keys], holder },
    )
  }

  /** Frees keys that are this owner's (null: nobody's by name). @returns how many. */
  async release(keys: readonly string[], owner: string | null): Promise<number> {
    const result = await this.knex.raw(
      `delete from lock_lease where key in (
         select key from lock_lease
          where key = any(cast(:keys as text[])) and owner_id is not distinct from :owner
          order by key for update)`,
      { keys: [...keys], owner },
    )
    return counted.parse(result).rowCount
  }

  /** Frees all keys of an owner (null: nobody's by name), or without one simply all. */
  async releaseAll(owner?: string | null): Promise<void> {
    await this.knex.raw(
      `delete from lock_lease where key in (
         select key from lock_lease
          where :every or owner_id is not distinct from :owner
          order by key for update)`,
      { every: owner === undefined, owner: owner ?? null },
    )
  }

  /**
   * Prolongs leases by `lease` seconds from now, none beyond its end. A lease that lapsed without
   * anybody taking the key is still its holder's.
   * @returns the keys that are still held.
   */
  async renew(
    held: readonly { holder: string; key: string }[],
    lease: number,
  ): Promise<z.infer<typeof leased>> {
    const result = await this.knex.raw(
      `with mine as (
         select lease.key from lock_lease lease
           join unnest(cast(:keys as text[]), cast(:holders as text[])) as held(key, holder)
             using (key, holder)
          where lease.ends_at is null or lease.ends_at > clock_timestamp()
          order by lease.key for update of lease)
       update lock_lease lease
          set expires_at = least(ends_at, clock_timestamp() + make_interval(secs => :lease))
         from mine where lease.key = mine.key
       returning lease.holder, lease.key`,
      {
        keys: held.map(({ key }) => key),
        holders: held.map(({ holder }) => holder),
        lease,
      },
    )
    return leased.parse(result.rows)
  }

  /** Removes what dead processes left on keys that nobody has asked for since. */
  async sweep(): Promise<void> {
    await this.knex.raw(
      `with waiting as (delete from lock_waiter where expires_at < clock_timestamp())
       delete from lock_lease where key in (
         select key from lock_lease where expires_at < clock_timestamp()
          order by key for update skip locked)`,
    )
  }
}
