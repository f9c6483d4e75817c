import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Day, day } from "../../contracts/calendar"
import { SearchMark } from "./models/search-mark"

/** Documents per write to an engine: large enough to batch a flood, small enough to stay quick. */
const BATCH_SIZE = 200

/** All writers take the locks of their rows in one order, so that none waits for another in a circle. */
const inOrder = (marks: string): string =>
  `with locked as (${marks} order by mark.id for update of mark)`

const takenRow = z.object({ product_id: z.string(), revision: z.number() })

/** What still has to reach the search engines, kept in the database until they have confirmed it. */
class SearchQueueService extends MedusaService({ SearchMark }) {
  private readonly knex: Knex

  constructor(
    container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex },
    ...rest: unknown[]
  ) {
    super(container, ...rest)
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Marks products as changed for each of the indexes; ids may repeat. */
  async mark(indexes: readonly string[], productIds: readonly string[]): Promise<void> {
    if (productIds.length === 0) return
    await this.knex.raw(
      // Sorted, like `inOrder`.
      `insert into search_mark (id, index_name, product_id, marked_at)
       select index_name || ':' || product_id, index_name, product_id, clock_timestamp()
       from unnest(cast(:indexes as text[])) as index_name,
            unnest(cast(:ids as text[])) as product_id
       order by 1
       on conflict (id) do update set
         revision = search_mark.revision + 1,
         marked_at = clock_timestamp(),
         ingested_at = null,
         updated_at = now()`,
      { indexes: [...indexes], ids: [...new Set(productIds)] },
    )
  }

  /**
   * Hands the marked products of one index to `ingest`, batch by batch, and clears what it
   * confirmed. Only one process at a time works on an index: two could otherwise write an older
   * reading over a newer one. Returns the number of products served, or null when another
   * process is at it.
   */
  async drain(
    index: string,
    ingest: (productIds: string[]) => Promise<void>,
  ): Promise<number | null> {
    return await this.knex.transaction(async (transaction) => {
      const lock = await transaction.raw(
        "select pg_try_advisory_xact_lock(hashtext('search-queue'), hashtext(?)) as taken",
        [index],
      )
      if (lock.rows[0]?.taken !== true) return null
      let served = 0
      for (;;) {
        const batch = await this.take(index)
        if (batch.length === 0) return served
        await ingest(batch.map((row) => row.product_id))
        await this.confirm(index, batch)
        served += batch.length
      }
    })
  }

  /** Products waiting for an index, and for how many seconds the oldest has waited. */
  async backlog(index: string): Promise<{ waiting: number; oldestSeconds: number }> {
    const result = await this.knex.raw(
      `select count(*)::int as waiting,
              coalesce(extract(epoch from clock_timestamp() - min(marked_at)), 0)::int as oldest
       from search_mark where index_name = ? and ingested_at is null`,
      [index],
    )
    const row = z
      .object({ waiting: z.number(), oldest: z.number() })
      .parse(result.rows[0])
    return { waiting: row.waiting, oldestSeconds: row.oldest }
  }

  /**
   * Marks again what changed while an index was being rebuilt: it was written to the version that
   * the rebuild then replaced. Settles by itself, as the new ingestion is later than the rebuild.
   */
  async markChangedDuringRebuilds(): Promise<void> {
    await this.knex.raw(
      `${inOrder(`select mark.id from search_mark mark
         join search_index i on i.name = mark.index_name
         join search_index_version v
           on v.search_index_id = i.id and v.version = i.active_version
         join search_index_sync s on s.search_index_version_id = v.id and s.status = 'done'
        where s.completed_at > now() - interval '1 hour'
          and mark.ingested_at is not null
          and mark.marked_at >= s.started_at
          and mark.ingested_at <= s.completed_at`)}
       update search_mark mark set ingested_at = null
         from locked where mark.id = locked.id`,
    )
  }

  /** Clears what was marked before a rebuild began: the rebuild has read it all. */
  async settle(index: string, before: Date): Promise<void> {
    await this.knex.raw(
      `${inOrder(`select mark.id from search_mark mark
        where mark.index_name = ? and mark.ingested_at is null and mark.marked_at < ?`)}
       update search_mark mark set ingested_at = clock_timestamp(), updated_at = now()
         from locked where mark.id = locked.id`,
      [index, before],
    )
  }

  /** The day for which the documents were last looked through; null before the first time. */
  async seenDay(): Promise<Day | null> {
    const result = await this.knex.raw("select day::text from search_day")
    const [row] = z.array(z.object({ day })).parse(result.rows)
    return row?.day ?? null
  }

  async rememberDay(today: Day): Promise<void> {
    await this.knex.raw(
      "insert into search_day (day) values (?) on conflict (id) do update set day = excluded.day",
      [today],
    )
  }

  /**
   * Half of a batch are those that have waited longest, half those that were marked last: a price
   * changed during an import of 100,000 products does not wait for all of them.
   */
  private async take(index: string): Promise<z.infer<typeof takenRow>[]> {
    const waiting = (order: "asc" | "desc") =>
      `(select product_id, revision from search_mark
         where index_name = :index and ingested_at is null
         order by marked_at ${order} limit :half)`
    const result = await this.knex.raw(`${waiting("asc")} union ${waiting("desc")}`, {
      index,
      half: BATCH_SIZE / 2,
    })
    return z.array(takenRow).parse(result.rows)
  }

  private async confirm(index: string, batch: z.infer<typeof takenRow>[]): Promise<void> {
    await this.knex.raw(
      `${inOrder(`select mark.id from search_mark mark
         join unnest(cast(:ids as text[]), cast(:revisions as int[])) as served(product_id, revision)
           on served.product_id = mark.product_id and served.revision = mark.revision
        where mark.index_name = :index`)}
       update search_mark mark set ingested_at = clock_timestamp(), updated_at = now()
         from locked where mark.id = locked.id`,
      {
        index,
        ids: batch.map((row) => row.product_id),
        revisions: batch.map((row) => row.revision),
      },
    )
  }
}

export default SearchQueueService
