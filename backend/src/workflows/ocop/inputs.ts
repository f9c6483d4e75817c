/** What the register's workflows accept; the admin API checks its bodies with the same schemas. */
import { z } from "@medusajs/framework/zod"
import { day } from "../../contracts/calendar"
import { groupSlug } from "../../contracts/group"
import { entityType } from "../../contracts/producer"
import { certifiedStars } from "../../contracts/recognition"
import { line, paragraphs } from "../../lib/normalised"

const unitCode = z.string().regex(/^\d{3,5}$/)

/** One line of a decision's annex. */
export const recognitionLine = z
  .object({
    product_id: z.string(),
    regime_code: z.string(),
    /** Code of the legal group in that regime. */
    group_code: z.string(),
    /** The shop's group at that time. */
    display_group: groupSlug,
    /** Null together with `decision_date` and `stars` while no decision exists. */
    decision_no: line.nullable(),
    decision_date: day.nullable(),
    /** 36 months after the decision unless it says otherwise. */
    expires_on: day.nullable().optional(),
    issuer: line,
    stars: certifiedStars.nullable(),
    score: z.number().min(0).max(100).nullable().default(null),
    /** True for a dossier in evaluation that has no decision yet. */
    proposed: z.boolean().default(false),
    /** A higher star that is asked for, and since which day. */
    proposed_stars: certifiedStars.nullable().default(null),
    proposed_on: day.nullable().default(null),
    evaluation_year: z.number().int().min(2018).max(2100),
    round: z.number().int().min(1).default(1),
    certificate_number: line.nullable(),
    producer_name: line,
    entity_type: entityType,
    /** Codes of the former units, as certified. */
    commune_code: unitCode.nullable().default(null),
    district_code: unitCode.nullable().default(null),
    origin_text: line.nullable().default(null),
    sample: z.boolean().default(false),
  })
  .refine(
    (row) => (row.decision_date === null) === (row.stars === null),
    "Có quyết định thì phải có hạng sao và ngược lại.",
  )
  .refine(
    (row) => row.decision_date !== null || row.certificate_number === null,
    "Chưa có quyết định thì chưa có số giấy chứng nhận.",
  )
  .refine(
    (row) => (row.proposed_stars === null) === (row.proposed_on === null),
    "Đề nghị hạng sao phải có ngày đề nghị.",
  )
  .refine(
    (row) => row.decision_date !== null || !row.expires_on,
    "Chưa có quyết định thì chưa có ngày hết hạn.",
  )
  .refine(
    (row) => !row.decision_date || !row.expires_on || row.expires_on > row.decision_date,
    { path: ["expires_on"], error: "Ngày hết hạn phải sau ngày quyết định." },
  )

/** The same, parted into the product and what is stored about it. */
export const recordRecognition = recognitionLine.transform(
  ({ product_id, ...recognition }) => ({ product_id, recognition }),
)

export type RecordRecognitionInput = z.input<typeof recordRecognition>
export type RecordRecognition = z.output<typeof recordRecognition>

export const revokeRecognition = z.object({
  id: z.string(),
  /** First day on which it no longer counts. */
  on: day,
  reason: paragraphs,
})
export type RevokeRecognitionInput = z.input<typeof revokeRecognition>

export const proposeStars = z.object({
  id: z.string(),
  /** Null withdraws the proposal. */
  stars: certifiedStars.nullable(),
  on: day,
})
export type ProposeStarsInput = z.input<typeof proposeStars>

export const quotedFigureInput = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  table: line,
  label: line,
  value: z.number(),
  unit: line,
  as_of: day,
  source: line,
  note: line.nullable().default(null),
})
export type QuotedFigureInput = z.input<typeof quotedFigureInput>
