import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Day, day } from "../contracts/calendar"

const answer = z.tuple([z.object({ today: day })])

/** The day it is in Việt Nam by the one clock of the stock, which is the database's. */
export async function stockToday(connection: Knex): Promise<Day> {
  const result = await connection.raw("select stock_today()::text as today")
  return answer.parse(result.rows)[0].today
}
