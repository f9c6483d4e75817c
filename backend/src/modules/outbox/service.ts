import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { notFound } from "../../lib/api-failure"
import { putLinkTriggers } from "./link-triggers"

/** A claimed message is somebody's for so long; then it counts as not delivered. */
const LEASE_SECONDS = 20

/** Seconds until a message that failed is tried again, by the number of tries; then it is parked. */
const PAUSES = [2, 15, 60, 300] as const
export const MAX_ATTEMPTS = PAUSES.length + 1

const MAX_ERROR_LENGTH = 500

const claimed = z.object({
  id: z.coerce.string(),
  topic: z.string(),
  payload: z.unknown(),
  /** This try included. */
  attempts: z.number(),
})
export type Claimed = z.output<typeof claimed>

const parked = z.object({
  id: z.coerce.string(),
  topic: z.string(),
  payload: z.unknown(),
  attempts: z.number(),
  last_error: z.string().nullable(),
  created_at: z.date().transform((at) => at.toISOString()),
  parked_at: z.date().transform((at) => at.toISOString()),
})
export type Parked = z.output<typeof parked>

/**
 * Messages that were committed with the change that they tell of. Each is delivered at least once:
 * it is claimed for a while, handled, and deleted once that is done.
 */
class OutboxService {
  /** The tables of links exist by now, and no order can have been placed before. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => {
      await putLinkTriggers(this.knex)
    },
  }

  private readonly knex: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Topics with messages that are due: all there is to ask when there is nothing to do. */
  async dueTopics(): Promise<string[]> {
    const rows: unknown = await this.knex("outbox_message")
      .distinct("topic")
      .whereNull("parked_at")
      .where("due_at", "<=", this.knex.raw("clock_timestamp()"))
    return z
      .array(z.object({ topic: z.string() }))
      .parse(rows)
      .map(({ topic }) => topic)
  }

  /**
   * Takes messages that are due, the oldest first; nobody else gets them while the claim lasts.
   * @param which "first": never tried, several together. "again": one that was tried before, alone,
   * so that a message that somebody died with cannot take others with it.
   */
  async claim(
    topic: string,
    which: "first" | "again",
    limit: number,
  ): Promise<Claimed[]> {
    const result = await this.knex.raw(
      `update outbox_message m
          set attempts = m.attempts + 1,
              due_at = clock_timestamp() + make_interval(secs => :lease)
         from (select id from outbox_message
                where parked_at is null and due_at <= clock_timestamp()
                  and attempts ${which === "first" ? "=" : ">"} 0
                  and topic = :topic
                order by id limit :limit for update skip locked) due
        where due.id = m.id
       returning m.id, m.topic, m.payload, m.attempts`,
      {
        limit: which === "first" ? limit : 1,
        lease: LEASE_SECONDS,
        topic,
      },
    )
    return z
      .array(claimed)
      .parse(result.rows)
      .sort((a, b) => Number(a.id) - Number(b.id))
  }

  async delivered(ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.knex("outbox_message")
        .whereIn("id", [...ids])
        .delete()
  }

  /** Notes a try that failed. @returns whether it was the last one: the message waits for a person. */
  async failed({ id, attempts }: Claimed, error: string): Promise<boolean> {
    const pause = PAUSES[attempts - 1]
    await this.knex.raw(
      `update outbox_message
          set last_error = :error,
              due_at = clock_timestamp() + make_interval(secs => :pause),
              parked_at = case when :isLast then clock_timestamp() end
        where id = :id`,
      {
        id,
        error: error.slice(0, MAX_ERROR_LENGTH),
        pause: pause ?? 0,
        isLast: pause === undefined,
      },
    )
    return pause === undefined
  }

  /** Messages that nobody delivers any more until a person has looked at them, the oldest first. */
  async listParked(): Promise<Parked[]> {
    const rows: unknown = await this.knex("outbox_message")
      .select(
        "id",
        "topic",
        "payload",
        "attempts",
        "last_error",
        "created_at",
        "parked_at",
      )
      .whereNotNull("parked_at")
      .orderBy("id")
      .limit(200)
    return z.array(parked).parse(rows)
  }

  /** Tries a parked message anew. @throws ApiFailure 404 when it is not parked (any more). */
  async retry(id: string): Promise<void> {
    const changed = await this.knex("outbox_message")
      .where({ id })
      .whereNotNull("parked_at")
      .update({ attempts: 0, parked_at: null, due_at: this.knex.fn.now() })
    if (changed === 0) throw notFound("Không có việc này trong danh sách chờ xử lý.")
  }

  /** Gives a parked message up. @throws ApiFailure 404 when it is not parked (any more). */
  async discard(id: string): Promise<void> {
    const deleted = await this.knex("outbox_message")
      .where({ id })
      .whereNotNull("parked_at")
      .delete()
    if (deleted === 0) throw notFound("Không có việc này trong danh sách chờ xử lý.")
  }
}

export default OutboxService
