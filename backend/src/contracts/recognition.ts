/**
 * A recognition (công nhận): one product's line in the annex of a decision. The star belongs
 * to it, not to the product. Decision 1048/QĐ-TTg (2019), 148/QĐ-TTg (2023), 26/2026/QĐ-TTg.
 */
import { z } from "zod"
import { day, daysBetween, plusMonths, type Day } from "./calendar"

/** A certificate is valid for 36 months from the day the decision was signed. */
export const VALIDITY_MONTHS = 36

/** Days before expiry at which producer and department are warned; the first begins "expiring". */
export const EXPIRY_WARNING_DAYS = [180, 90, 30] as const

/** Only 3 to 5 stars are certified; 1 and 2 stars get no certificate. */
export const certifiedStars = z.union([z.literal(3), z.literal(4), z.literal(5)])
export type CertifiedStars = z.infer<typeof certifiedStars>

export const recognitionStatus = z.enum([
  "draft",
  "proposed",
  "valid",
  "expiring",
  "expired",
  "superseded",
  "revoked",
])
export type RecognitionStatus = z.infer<typeof recognitionStatus>

export const RECOGNITION_STATUS_LABELS: Record<RecognitionStatus, string> = {
  draft: "Bản nháp",
  proposed: "Đang đề nghị",
  valid: "Còn hiệu lực",
  expiring: "Sắp hết hạn",
  expired: "Hết hạn",
  superseded: "Đã được thay thế",
  revoked: "Đã thu hồi",
}

/** `expires_on` = decision date + 36 months; valid while today < expires_on. */
export const expiryOf = (decisionDate: Day): Day =>
  plusMonths(decisionDate, VALIDITY_MONTHS)

/** What the status of a recognised certificate follows from, besides today's date. */
export type StatusFacts = {
  decision_date: Day | null
  expires_on: Day | null
  proposed: boolean
  revoked_on: Day | null
  superseded_on: Day | null
}

/** The state machine of a recognition as a pure function of its facts and the day. */
export function recognitionStatusOn(facts: StatusFacts, today: Day): RecognitionStatus {
  if (
    facts.decision_date === null ||
    facts.expires_on === null ||
    facts.decision_date > today
  )
    return facts.proposed ? "proposed" : "draft"
  if (facts.revoked_on !== null && facts.revoked_on <= today) return "revoked"
  if (facts.superseded_on !== null && facts.superseded_on <= today) return "superseded"
  if (facts.expires_on <= today) return "expired"
  return daysBetween(today, facts.expires_on) <= EXPIRY_WARNING_DAYS[0]
    ? "expiring"
    : "valid"
}

/** Valid and expiring certificates may carry the OCOP mark. */
export const isCurrent = (status: RecognitionStatus): boolean =>
  status === "valid" || status === "expiring"

/** The certificate as anyone may see it. */
export const certificateView = z.object({
  number: z.string(),
  decision_no: z.string().nullable(),
  decision_date: day,
  expires_on: day,
  issuer: z.string(),
  stars: certifiedStars,
  /** "Đề nghị 5 sao": a proposal on top of the current star, not a star. */
  proposed_stars: certifiedStars.nullable(),
  status: recognitionStatus,
  group: z.string(),
  regime: z.string(),
  evaluation_year: z.number().int(),
  round: z.number().int(),
  /** The producer as named in the decision; it may have changed its form since. */
  producer_name: z.string(),
  revoked_on: day.nullable(),
  superseded_on: day.nullable(),
  sample: z.boolean(),
})
export type CertificateView = z.infer<typeof certificateView>

/** GET /store/certificates/:number */
export const certificateResponse = z.object({
  certificate: certificateView.extend({
    product: z.object({ title: z.string(), handle: z.string() }),
  }),
})
