import { MedusaError } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"

/** @throws MedusaError INVALID_DATA naming the first field that is wrong. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join(".")
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    [field, issue?.message].filter(Boolean).join(": "),
  )
}
