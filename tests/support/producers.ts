/** Producers of the seed, whose goods a test receives. */
import { z } from "zod"
import { rows } from "./database"

const producerRow = z.object({ id: z.string() })

/** @returns the ids of so many producers. */
export async function producers(count: number): Promise<string[]> {
  const found = await rows(
    producerRow,
    "select id from producer where deleted_at is null order by id limit $1",
    [count],
  )
  if (found.length < count) throw new Error(`there are fewer than ${count} producers`)
  return found.map(({ id }) => id)
}
