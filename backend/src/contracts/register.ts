/** The register as staff see it in the admin. */
import { z } from "zod"
import { day } from "./calendar"
import { entityType } from "./producer"
import { certifiedStars, recognitionStatus } from "./recognition"

export const registerEntry = z.object({
  id: z.string(),
  status: recognitionStatus,
  stars: certifiedStars.nullable(),
  proposed_stars: certifiedStars.nullable(),
  certificate_number: z.string().nullable(),
  decision_no: z.string().nullable(),
  decision_date: day.nullable(),
  expires_on: day.nullable(),
  issuer: z.string(),
  evaluation_year: z.number().int(),
  round: z.number().int(),
  producer_name: z.string(),
  entity_type: entityType,
  origin_text: z.string().nullable(),
  revoked_on: day.nullable(),
  revoked_reason: z.string().nullable(),
  superseded_on: day.nullable(),
  sample: z.boolean(),
  product: z.object({ id: z.string(), title: z.string() }).nullable(),
})
export type RegisterEntryView = z.infer<typeof registerEntry>

/** GET /admin/recognitions?status=&product_id=&q=&limit=&offset= */
export const registerResponse = z.object({
  recognitions: z.array(registerEntry),
  count: z.number().int().nonnegative(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type RegisterResponse = z.infer<typeof registerResponse>
