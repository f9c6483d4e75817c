/** The database itself, for what no API tells or allows. */
import pg from "pg"
import { z } from "zod"
import { env } from "./env"

async function withClient<Result>(
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const rows = <T extends z.ZodType>(
  schema: T,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.output<T>[]> =>
  withClient(async (client) => {
    const result = await client.query<object>(sql, [...values])
    return z.array(schema).parse(result.rows)
  })

export const execute = (sql: string): Promise<void> =>
  withClient(async (client) => {
    await client.query(sql)
  })

const count = z.object({ count: z.coerce.number() })

/** The column `count` of the only row. */
export async function counted(sql: string, ...values: unknown[]): Promise<number> {
  const [row] = await rows(count, sql, values)
  return row?.count ?? 0
}

const databaseError = z.object({ code: z.string() })

/** The SQLSTATE by which a statement is refused; null when it is carried out (and undone). */
export const refusalOf = (
  sql: string,
  values: readonly unknown[] = [],
): Promise<string | null> =>
  withClient(async (client) => {
    await client.query("begin")
    try {
      await client.query(sql, [...values])
      return null
    } catch (error) {
      return databaseError.parse(error).code
    } finally {
      await client.query("rollback")
    }
  })

/** Orders with a line of this variant, whatever became of them. */
export const ordersWith = (variant: string): Promise<number> =>
  counted(
    `select count(distinct item.order_id) as count
       from order_item item join order_line_item line on line.id = item.item_id
       join "order" on "order".id = item.order_id and "order".deleted_at is null
      where line.variant_id = $1 and item.deleted_at is null`,
    variant,
  )
