/** Vietnamese telephone numbers: mobile prefixes of 2018 on, and landlines (02x). */
import { z } from "zod"

const MOBILE = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}$/
const LANDLINE = /^02\d{9}$/

/** "+84 905-123.456" → "0905123456"; null when it is no Vietnamese number. */
export function parsePhone(input: string): string | null {
  const digits = input
    .replace(/[\s.\-()]/g, "")
    .replace(/^(\+84|0084|84(?=\d{9,10}$))/, "0")
    .replace(/^00(?=\d{9}$)/, "0")
  return MOBILE.test(digits) || LANDLINE.test(digits) ? digits : null
}

export const PHONE_MESSAGE =
  "Số điện thoại không đúng. Nhập số Việt Nam 10 chữ số, ví dụ 0905 123 456."

/** Accepts any usual spelling, gives the national form "0905123456". */
export const phone = z
  .string({ error: "Hãy nhập số điện thoại." })
  .trim()
  .min(1, "Hãy nhập số điện thoại.")
  .max(30, PHONE_MESSAGE)
  .transform((value, ctx) => {
    const parsed = parsePhone(value)
    if (parsed === null) {
      ctx.addIssue({ code: "custom", message: PHONE_MESSAGE })
      return z.NEVER
    }
    return parsed
  })
