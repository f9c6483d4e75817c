/** What a guest fills in: phone first, an address of two levels, e-mail optional. */
import { z } from "zod"
import { phone } from "./phone"
import { normaliseText } from "./text"

const line = (empty: string, max: number) =>
  z
    .string({ error: empty })
    .transform(normaliseText)
    .pipe(z.string().min(1, empty).max(max, `Tối đa ${max} ký tự.`))

const optionalLine = (max: number) =>
  z
    .string()
    .transform(normaliseText)
    .pipe(z.string().max(max, `Tối đa ${max} ký tự.`))
    .optional()
    .transform((value) => value || undefined)

export const checkoutForm = z.object({
  name: line("Hãy nhập họ và tên người nhận.", 80),
  phone,
  email: z
    .union([z.literal(""), z.email("Địa chỉ e-mail không đúng.").max(120)])
    .optional()
    .transform((value) => value || undefined),
  /** Codes of today's units; the commune must lie in the province. */
  province: z
    .string({ error: "Hãy chọn tỉnh, thành phố." })
    .regex(/^\d{2}$/, "Hãy chọn tỉnh, thành phố."),
  commune: z
    .string({ error: "Hãy chọn xã, phường." })
    .regex(/^\d{5}$/, "Hãy chọn xã, phường."),
  /** House number and street, or "thôn Trà Đóa, gần chợ". */
  address: line("Hãy nhập số nhà, đường hoặc thôn, tổ.", 160),
  note: optionalLine(300),
})
export type CheckoutForm = z.infer<typeof checkoutForm>

/** Cash on delivery: Medusa's id of the provider in `modules/payment-cod`. */
export const COD_PROVIDER = "pp_cod_cod"

/** At most so many of one variant in one cart line; more is a wholesale request. */
export const MAX_LINE_QUANTITY = 99

export const QUANTITY_MESSAGE = `Số lượng phải là số nguyên từ 1 đến ${MAX_LINE_QUANTITY}.`

/** "3" → 3; "3abc", "1.5", "-1", "0", "1e9" are refused. */
export const quantity = z
  .string({ error: QUANTITY_MESSAGE })
  .regex(/^\d{1,3}$/, QUANTITY_MESSAGE)
  .transform(Number)
  .pipe(
    z.number().int().min(1, QUANTITY_MESSAGE).max(MAX_LINE_QUANTITY, QUANTITY_MESSAGE),
  )
