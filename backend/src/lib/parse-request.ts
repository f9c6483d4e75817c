import { z } from "@medusajs/framework/zod"
import { invalidInput } from "./api-failure"

/** For rules that say nothing of their own; the schemas' own messages come first. */
const { localeError } = z.locales.vi()

/** What a client sent, checked. @throws ApiFailure 422 naming each field that is wrong. */
export function parseRequest<T extends z.ZodType>(
  schema: T,
  value: unknown,
): z.output<T> {
  const result = schema.safeParse(value ?? {}, { error: localeError })
  if (!result.success) throw invalidInput(result.error)
  return result.data
}
