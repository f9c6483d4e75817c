import { z } from "@medusajs/framework/zod"

const STATEMENT = /\b(?:insert into "\w+"|update "\w+"|delete from "\w+"|select|with)\s/i
const FRAME = /^ {4}at \S.*:\d+\)?$/

/**
 * Statement, table and cause stay; the values between them do not, a buyer's among them:
 * `insert into "cart_address" (…) values ('0905…') - reason` → `insert into "cart_address" … - reason`.
 */
export function withoutValues(text: string): string {
  const reason = text.lastIndexOf(" - ")
  const statement = STATEMENT.exec(text.slice(0, Math.max(reason, 0)))
  if (statement === null) return text
  const kept = text.slice(0, statement.index + statement[0].length)
  return `${kept}…${text.slice(reason)}`
}

/** A workflow makes plain objects of errors. */
const errorLike = z.object({
  name: z.string().default("Error"),
  message: z.string(),
  stack: z.string().default(""),
})

/** An error as logs may keep it: the database driver writes every bound value into its message. */
export function loggable(error: unknown): Error {
  const { data: like } = errorLike.safeParse(error)
  if (!like) return new Error(withoutValues(String(error)))
  const kept = new Error(withoutValues(like.message))
  kept.name = like.name
  // The driver repeats the message between the frames.
  const frames = like.stack.split("\n").filter((line) => FRAME.test(line))
  kept.stack = [`${kept.name}: ${kept.message}`, ...frames].join("\n")
  return kept
}
