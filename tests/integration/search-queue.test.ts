/** What waits for the search engines while a flood of changes is worked off. */
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { afterAll, beforeAll, expect, it } from "vitest"
import SearchQueueService from "../../backend/src/modules/search-queue/service"
import { execute } from "../support/database"
import { env } from "../support/env"

/** Not one of the shop's own: nobody else serves it. */
const INDEX = "queue-under-test"
const FLOOD = 500

const connection = knex({ client: "pg", connection: env.DATABASE_URL })
const queue = new SearchQueueService({ __pg_connection__: connection })

const clear = () => execute(`delete from search_mark where index_name = '${INDEX}'`)
beforeAll(clear)
afterAll(async () => {
  await clear()
  await connection.destroy()
})

it("the last change of many is served with the first batch, and all of them once", async () => {
  const flood = Array.from({ length: FLOOD }, (_, n) => `flood-${n}`)
  for (const id of flood) await queue.mark([INDEX], [id])
  await queue.mark([INDEX], ["the-last"])

  const batches: string[][] = []
  const served = await queue.drain(INDEX, (ids) => {
    batches.push(ids)
    return Promise.resolve()
  })

  expect(batches[0]).toEqual(expect.arrayContaining(["flood-0", "the-last"]))
  expect(served).toBe(FLOOD + 1)
  expect(batches.flat().sort()).toEqual([...flood, "the-last"].sort())
})
