/** The checks and the repair on the backend's own connection. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Query } from "./check"
import { type Snapshot } from "./database"

const answer = z.object({ rows: z.array(z.unknown()) })

export const queryOn =
  (knex: Knex): Query =>
  async (sql) =>
    answer.parse(await knex.raw(sql)).rows

export const snapshotOf =
  (knex: Knex): Snapshot =>
  async (work) => {
    const transaction = await knex.transaction(undefined, {
      isolationLevel: "repeatable read",
    })
    try {
      return await work(queryOn(transaction))
    } finally {
      await transaction.rollback()
    }
  }
