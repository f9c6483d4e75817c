import { z } from "@medusajs/framework/zod"
import { normaliseText } from "../contracts/text"

/** One line of text, in the one spelling the database holds (NFC, single spaces). */
export const line = z.string().transform(normaliseText).pipe(z.string().min(1))

/** A text of several paragraphs: NFC, its line breaks kept. */
export const paragraphs = z
  .string()
  .transform((text) => text.split(/\r?\n/).map(normaliseText).join("\n").trim())
  .pipe(z.string().min(1))
