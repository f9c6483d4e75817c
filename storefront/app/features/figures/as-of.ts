/** The day asked for in `?ngay=`; anything that is no day, or lies ahead, means today. */
import { type Day, day } from "@ocop/backend/contracts/calendar"

export function asOfDay(value: string | null, today: Day): Day {
  const parsed = day.safeParse(value)
  return parsed.success && parsed.data <= today ? parsed.data : today
}
