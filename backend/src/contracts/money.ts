/** Money is an integer number of đồng everywhere (VND is zero-decimal, ISO 4217). */
import { z } from "zod"

/** An amount in VND: a non-negative integer, never a fraction, never "cents". */
export const vnd = z.number().int().nonnegative()

const format = new Intl.NumberFormat("vi-VN", { style: "currency", currency: "VND" })

/** `1325000` → `1.325.000 ₫` (with a no-break space, as Intl writes it). */
export const formatVnd = (amount: number): string => format.format(amount)
