import { z } from "zod"

/** The body of every API error: a code for programs, a Vietnamese message for people. */
export const apiError = z.object({
  code: z.string(),
  message: z.string(),
  details: z.unknown().optional(),
})
export type ApiError = z.infer<typeof apiError>
