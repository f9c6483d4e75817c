/** Calendar days of Việt Nam (Asia/Ho_Chi_Minh, UTC+7, no summer time) as "YYYY-MM-DD". */
import { addDays, addMonths, differenceInCalendarDays, format, parseISO } from "date-fns"
import { z } from "zod"

export const TIME_ZONE = "Asia/Ho_Chi_Minh"

/** A calendar day, "2020-12-31". Days compare correctly as strings. */
export const day = z.iso.date()
export type Day = string

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE })

/** The day it is in Việt Nam at the given moment. */
export const dayInVietnam = (at: Date = new Date()): Day => isoDay.format(at)

const isoHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  hour: "2-digit",
  hourCycle: "h23",
})

/** The hour (0–23) it is in Việt Nam at the given moment. */
export const hourInVietnam = (at: Date = new Date()): number => Number(isoHour.format(at))

/** Months are calendar months: 31/8 + 6 months = 28/2 (29/2 in a leap year). */
export const plusMonths = (from: Day, months: number): Day =>
  format(addMonths(parseISO(from), months), "yyyy-MM-dd")

export const plusDays = (from: Day, days: number): Day =>
  format(addDays(parseISO(from), days), "yyyy-MM-dd")

export const daysBetween = (from: Day, to: Day): number =>
  differenceInCalendarDays(parseISO(to), parseISO(from))

/** "2020-12-31" → "31/12/2020", as Vietnamese papers print it. */
export const formatDay = (value: Day): string => value.split("-").reverse().join("/")

const moment = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  hour: "2-digit",
  minute: "2-digit",
})

/** "17:05 31/12/2020", the time in Việt Nam. */
export const formatMoment = (at: Date): string =>
  `${moment.format(at)} ${formatDay(dayInVietnam(at))}`
