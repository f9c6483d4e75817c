/** Messages of the outbox ("hộp thư đi") that wait for a person. */
import { z } from "zod"

export const messageId = z.string().regex(/^\d{1,18}$/, "Mã việc không hợp lệ.")

export const parkedMessage = z.object({
  id: z.string(),
  topic: z.string(),
  /** The topic in words. */
  label: z.string(),
  payload: z.unknown(),
  attempts: z.number().int(),
  /** What the last try failed with; technical. */
  error: z.string().nullable(),
  created_at: z.iso.datetime(),
  parked_at: z.iso.datetime(),
})
export type ParkedMessage = z.infer<typeof parkedMessage>

export const parkedMessagesResponse = z.object({ messages: z.array(parkedMessage) })
