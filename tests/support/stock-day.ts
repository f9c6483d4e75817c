/** The clock of the stock: one SQL function, which a test may set to another day. */
import { dayInVietnam, plusDays } from "@ocop/backend/contracts/calendar"
import { z } from "zod"
import { rows } from "./database"

const dayRow = z.object({ day: z.string() })

async function stockDay(): Promise<string> {
  const [row] = await rows(dayRow, "select stock_today()::text as day")
  return row?.day ?? ""
}

/** @returns the day that the stock now believes it is, "YYYY-MM-DD". */
export async function setStockDay(daysFromNow: number): Promise<string> {
  const moved = daysFromNow === 0 ? "" : ` + ${Math.trunc(daysFromNow)}`
  const before = await stockDay()
  await rows(
    z.unknown(),
    `create or replace function stock_today() returns date language sql stable as $$
      select (now() at time zone 'Asia/Ho_Chi_Minh')::date${moved} $$`,
  )
  const day = await stockDay()
  // In life no day comes twice. Documents may have been renewed on a day that the search never
  // noticed before it was over: it is told to look at the days between again, and so are the alerts.
  for (const seen of ["search_day", "stock_alert_day"])
    await rows(z.unknown(), `update ${seen} set day = $1::date where day = $2::date`, [
      before,
      day,
    ])
  return day
}

/** The day so many days after today, "YYYY-MM-DD", whatever the stock believes. */
export const dayIn = (days: number): string => plusDays(dayInVietnam(), days)
