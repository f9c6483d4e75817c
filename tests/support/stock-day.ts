/** The clock of the stock: one SQL function, which a test may set to another day. */
import { dayInVietnam, plusDays } from "@ocop/backend/contracts/calendar"
import { z } from "zod"
import { rows } from "./database"

const dayRow = z.object({ day: z.string() })

/** @returns the day that the stock now believes it is, "YYYY-MM-DD". */
export async function setStockDay(daysFromNow: number): Promise<string> {
  const moved = daysFromNow === 0 ? "" : ` + ${Math.trunc(daysFromNow)}`
  await rows(
    z.unknown(),
    `create or replace function stock_today() returns date language sql stable as $$
      select (now() at time zone 'Asia/Ho_Chi_Minh')::date${moved} $$`,
  )
  const [row] = await rows(dayRow, "select stock_today()::text as day")
  return row?.day ?? ""
}

/** The day so many days after today, "YYYY-MM-DD", whatever the stock believes. */
export const dayIn = (days: number): string => plusDays(dayInVietnam(), days)
