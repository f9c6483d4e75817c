/**
 * GET /store/figures?on=YYYY-MM-DD: the register's tables computed for a day, beside the figures
 * that were once published. The two are never forced to agree.
 *
 * Definitions (the day asked for is included):
 * - recognised: distinct products whose first decision was signed on or before that day;
 * - their star and group: those of the latest decision up to that day;
 * - subjects: distinct producers of those products, in the form named in their latest decision;
 * - cohort: evaluation year of a product's first recognition.
 */
import { z } from "zod"
import { day } from "./calendar"
import { groupSlug } from "./group"
import { entityType } from "./producer"
import { fundingSource, showroomKind } from "./showroom"

const count = z.number().int().nonnegative()

/** "5-proposed" is "5 sao tiềm năng": proposed for five stars, counted apart from the star held. */
export const starRow = z.enum(["5", "5-proposed", "4", "3"])

export const STAR_ROW_LABELS: Record<z.infer<typeof starRow>, string> = {
  "5": "5 sao",
  "5-proposed": "5 sao tiềm năng",
  "4": "4 sao",
  "3": "3 sao",
}

export const quotedFigure = z.object({
  key: z.string(),
  /** Title of the published table the figure belongs to. */
  table: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  as_of: day,
  source: z.string(),
  /** What does not add up in the source, said openly. */
  note: z.string().nullable(),
})

export const figuresResponse = z.object({
  on: day,
  products: count,
  by_group: z.array(z.object({ group: groupSlug, products: count })),
  by_star: z.array(z.object({ star: starRow, products: count })),
  subjects: count,
  by_entity_type: z.array(z.object({ entity_type: entityType, subjects: count })),
  /** Products new in each evaluation year, and how many there are by then. */
  cohorts: z.array(
    z.object({ year: z.number().int(), products: count, cumulative: count }),
  ),
  /** What became of the recognised products by that day; the sum is `products`. */
  standing: z.object({ valid: count, expired: count, revoked: count }),
  showrooms: z.object({
    total: count,
    by_funding: z.array(
      z.object({ funding_source: fundingSource, kind: showroomKind, showrooms: count }),
    ),
  }),
  quoted: z.array(quotedFigure),
})
export type FiguresResponse = z.infer<typeof figuresResponse>
export type QuotedFigure = z.infer<typeof quotedFigure>

/** GET /store/product-status/:handle */
export const productStatusResponse = z.object({
  status: z.enum(["live", "gone", "unknown"]),
})
