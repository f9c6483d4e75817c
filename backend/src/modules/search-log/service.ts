import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type Day, dayInVietnam, plusDays } from "../../contracts/calendar"
import {
  LOW_CLICK_PERCENT,
  LOW_CLICK_SEARCHES,
  SEARCH_LOG_DAYS,
  type SearchedWords,
  searchedWords,
  type SearchKind,
  type SearchLogBatch,
  SHARED_SEARCHES,
} from "../../contracts/search-log"
import { foldText } from "../../contracts/text"

/**
 * Words that a day may have. A shop has a few hundred; more are a machine's, and must not fill the
 * disk. Those that are there already go on being counted.
 */
const MAX_WORDS_A_DAY = 20_000
/** A batch is taken on its day and the one after; its id outlasts both. */
const BATCH_DAYS = 3

const REMEMBER = `
  insert into search_log_batch (id, received_on) values (?, ?) on conflict do nothing`

/** The first spelling with accents stands for all of them. */
const COUNT = `
  with given as materialized (
    select * from jsonb_to_recordset(cast(:counts as jsonb)) as given
      (day date, folded text, query text, searches integer, results_last integer,
       zero_results integer, clicks integer, corrected integer)),
  full_day as materialized (
    select day from search_log where day in (select day from given)
     group by day having count(*) >= :most)
  insert into search_log as known
    (day, folded, query, searches, results_last, zero_results, clicks, corrected)
  select day, folded, query, searches, results_last, zero_results, clicks, corrected
    from given
   where day not in (select day from full_day)
      or exists (select from search_log kept
                  where kept.day = given.day and kept.folded = given.folded)
   order by day, folded collate "C"
  on conflict (day, folded) do update set
    query = case when known.query = known.folded then excluded.query else known.query end,
    searches = known.searches + excluded.searches,
    results_last = coalesce(excluded.results_last, known.results_last),
    zero_results = known.zero_results + excluded.zero_results,
    clicks = known.clicks + excluded.clicks,
    corrected = known.corrected + excluded.corrected`

/** One line for the words of a period; `found`: searches that could lead somewhere. */
const WORDS = `
  with counted as (
    select folded,
           (array_agg(query order by query = folded, day desc))[1] as query,
           sum(searches)::integer as searches,
           sum(zero_results)::integer as zero_results,
           sum(searches - zero_results)::integer as found,
           sum(corrected)::integer as corrected,
           sum(clicks)::integer as clicks,
           (array_agg(results_last order by day desc)
             filter (where results_last is not null))[1] as results
      from search_log
     where day > cast(:today as date) - cast(:days as integer)
     group by folded),
  words as (select *, round(100.0 * clicks / nullif(found, 0))::integer as click_percent
              from counted where searches >= :least)`

const CHOSEN: Record<SearchKind, { where: string; order: string }> = {
  zero: { where: "zero_results > 0", order: "zero_results desc, searches desc" },
  "low-click": {
    where: `found >= ${LOW_CLICK_SEARCHES} and 100 * clicks < ${LOW_CLICK_PERCENT} * found`,
    order: "found desc, clicks",
  },
  top: { where: "true", order: "searches desc, clicks desc" },
}

export type WordsChoice = {
  kind: SearchKind
  /** Today and the days before it. */
  days: number
  singles: boolean
}

const total = z.tuple([z.object({ count: z.number().int() })])

const bindingsOf = ({ days, singles }: WordsChoice) => ({
  today: dayInVietnam(),
  days,
  least: singles ? 1 : SHARED_SEARCHES,
})

/** Counts of searches by day and words. */
class SearchLogService {
  private readonly knex: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Idempotent by the batch's id. @returns whether it was counted now. */
  async count({ id, counts }: SearchLogBatch): Promise<boolean> {
    return await this.knex.transaction(async (transaction) => {
      const { rowCount } = await transaction.raw(REMEMBER, [id, dayInVietnam()])
      if (rowCount === 0) return false
      const rows = counts.map((each) => ({ ...each, folded: foldText(each.query) }))
      await transaction.raw(COUNT, {
        counts: JSON.stringify(rows),
        most: MAX_WORDS_A_DAY,
      })
      return true
    })
  }

  async list(
    choice: WordsChoice,
    page: { limit: number; offset: number },
  ): Promise<SearchedWords[]> {
    const { where, order } = CHOSEN[choice.kind]
    const { rows } = await this.knex.raw(
      `${WORDS} select * from words where ${where}
        order by ${order}, folded collate "C" limit :limit offset :offset`,
      { ...bindingsOf(choice), ...page },
    )
    return z.array(searchedWords).parse(rows)
  }

  async total(choice: WordsChoice): Promise<number> {
    const { rows } = await this.knex.raw(
      `${WORDS} select count(*)::integer as count from words
        where ${CHOSEN[choice.kind].where}`,
      bindingsOf(choice),
    )
    const [{ count }] = total.parse(rows)
    return count
  }

  async forgetOld(today: Day = dayInVietnam()): Promise<void> {
    await this.knex.raw("delete from search_log where day < ?", [
      plusDays(today, -SEARCH_LOG_DAYS),
    ])
    await this.knex.raw("delete from search_log_batch where received_on < ?", [
      plusDays(today, -BATCH_DAYS),
    ])
  }
}

export default SearchLogService
