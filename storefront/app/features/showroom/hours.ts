/** Opening hours in words: "Thứ hai – thứ sáu: 08:00 – 17:00". */
import { type ShowroomView } from "@ocop/backend/contracts/showroom"

const DAYS = [
  "thứ hai",
  "thứ ba",
  "thứ tư",
  "thứ năm",
  "thứ sáu",
  "thứ bảy",
  "chủ nhật",
] as const

const nameOf = (day: number): string => DAYS[day - 1] ?? ""
const capital = (text: string): string =>
  text.charAt(0).toLocaleUpperCase("vi") + text.slice(1)

/** Neighbouring days are joined: 1, 2, 3, 6 → "Thứ hai – thứ tư, thứ bảy". */
export function dayRanges(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  if (sorted.length === 7) return "Hằng ngày"
  const runs: [number, number][] = []
  for (const day of sorted) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  const words = runs.map(([from, to]) =>
    from === to ? nameOf(from) : `${nameOf(from)} – ${nameOf(to)}`,
  )
  return capital(words.join(", "))
}

export const hourLines = (
  hours: ShowroomView["opening_hours"],
): { days: string; times: string }[] =>
  hours.map(({ days, opens, closes }) => ({
    days: dayRanges(days),
    // Never broken over two lines.
    times: `${opens}\u00a0–\u00a0${closes}`,
  }))
