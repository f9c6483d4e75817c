/**
 * The search projection: one document per product, holding everything a card, a facet, a sort
 * and the product page need, so that no page view waits for the framework's product query.
 * It never holds exact stock per point, costs or anything else that is not public.
 */
import { z } from "zod"
import { day } from "./calendar"
import { PAGE_SIZE } from "./catalog-query"
import { groupSlug } from "./group"
import { vnd } from "./money"
import { entityType } from "./producer"
import {
  certificateView,
  certifiedStars,
  isCurrent,
  recognitionStatus,
} from "./recognition"

/** How much is left for the web shop, all points together: none, at most 5, more. */
export const availability = z.enum(["out", "low", "in"])

/** An illustration rendered at several widths: `${base}-${width}.${format}` under /media. */
export const pictureSet = z.object({
  /** Root-relative path without width and extension, e.g. "/media/illustrations/ab12cd". */
  base: z.string(),
  widths: z.array(z.number().int().positive()),
  formats: z.array(z.enum(["avif", "webp"])),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  alt: z.string(),
  /** True for a drawing that stands in for a photograph; the page says so. */
  illustration: z.boolean(),
})
export type PictureSet = z.infer<typeof pictureSet>

export const catalogVariant = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string().nullable(),
  price: vnd,
  /** Net content in grams or millilitres, where sold by weight or volume. */
  weight_grams: z.number().int().positive().nullable(),
  availability,
  /** Handles of the OCOP points that have it in stock. */
  points: z.array(z.string()),
})
export type CatalogVariant = z.infer<typeof catalogVariant>

/** The parts only the product page reads; stored in the document as one JSON string. */
export const catalogDetail = z.object({
  description: z.string(),
  /** How it is kept, how long it lasts, what it is made of: label → text. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  variants: z.array(catalogVariant),
  pictures: z.array(pictureSet),
  /** The recognition in force, or the last one. Null when never recognised. */
  certificate: certificateView.nullable(),
  /** All recognitions, newest first. */
  history: z.array(certificateView),
  producer_story: z.string().nullable(),
  /** "Xã Tiên Phong, huyện Tiên Phước, tỉnh Quảng Nam" as certified. */
  origin_as_certified: z.string().nullable(),
  /** "Xã Tiên Phước, thành phố Đà Nẵng" today. */
  origin_today: z.string().nullable(),
  /** Why it can't be bought online ("Rượu chỉ bán tại điểm OCOP …"); null when it can. */
  counter_only_reason: z.string().nullable(),
})
export type CatalogDetail = z.infer<typeof catalogDetail>

export const catalogDocument = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  /** Medusa's product status; only "published" is ever listed. */
  status: z.string(),
  sales_channel_ids: z.array(z.string()),
  /** Lowest variant price. */
  price: vnd,
  price_max: vnd,
  /** Stars of the recognition in force on the day of indexing; 0 when none is. */
  stars: z.number().int().min(0).max(5),
  /** Last day + 1 of the stars above; compared again at read time, so no badge outlives it. */
  stars_until: day.nullable(),
  proposed_stars: certifiedStars.nullable(),
  certificate_status: recognitionStatus.nullable(),
  certificate_number: z.string().nullable(),
  decision_no: z.string().nullable(),
  group: groupSlug,
  commune: z.string().nullable(),
  commune_slug: z.string().nullable(),
  district: z.string().nullable(),
  district_slug: z.string().nullable(),
  current_unit: z.string().nullable(),
  producer: z.string(),
  producer_handle: z.string(),
  entity_type: entityType,
  /** Regional words and spellings a buyer may type instead. */
  keywords: z.array(z.string()),
  in_stock: z.boolean(),
  sold_online: z.boolean(),
  points: z.array(z.string()),
  thumbnail: pictureSet.nullable(),
  /** Seconds since 1970, for "newest". */
  created_at: z.number().int(),
  /** True where the product is invented for the demonstration. */
  sample: z.boolean(),
  detail: z
    .string()
    .transform((json, ctx) => {
      const parsed = catalogDetail.safeParse(JSON.parse(json))
      if (parsed.success) return parsed.data
      ctx.addIssue({ code: "custom", message: parsed.error.message })
      return z.NEVER
    })
    .optional(),
})
/** As stored: `detail` is a JSON string. */
export type CatalogDocumentInput = z.input<typeof catalogDocument>
export type CatalogDocument = z.output<typeof catalogDocument>

/** The stars to show today: none once the certificate has run out, whatever the index says. */
export function starsOn(
  document: Pick<CatalogDocument, "stars" | "stars_until" | "certificate_status">,
  today: string,
): number {
  const { stars, stars_until, certificate_status } = document
  if (certificate_status === null || !isCurrent(certificate_status)) return 0
  return stars_until !== null && today < stars_until ? stars : 0
}

/** GET /api/search */
export const searchHit = z.object({
  handle: z.string(),
  title: z.string(),
  price: vnd,
  stars: z.number().int(),
  producer: z.string(),
  commune: z.string().nullable(),
  district: z.string().nullable(),
  group: groupSlug,
  inStock: z.boolean(),
  thumbnail: z.string().nullable(),
})
export const searchResponse = z.object({
  total: z.number().int().nonnegative(),
  page: z.number().int().positive(),
  pageSize: z.literal(PAGE_SIZE),
  hits: z.array(searchHit),
  facets: z.record(z.string(), z.record(z.string(), z.number().int())),
  /** What the words were taken for, where that is not simply what was typed. */
  understood: z
    .object({
      /** The words searched for; "" where all of them became filters. */
      words: z.string(),
      /** The query as it was carried out, e.g. "q=nước+mắm&sao=4". */
      query: z.string(),
    })
    .optional(),
})
export type SearchResponse = z.infer<typeof searchResponse>
