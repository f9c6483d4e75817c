/** OCOP points (điểm giới thiệu và bán sản phẩm) and centres (trung tâm). */
import { z } from "zod"

export const showroomKind = z.enum(["point", "center"])
export const SHOWROOM_KIND_LABELS: Record<z.infer<typeof showroomKind>, string> = {
  point: "Điểm OCOP",
  center: "Trung tâm OCOP",
}

/** Who paid for the point. Four of the published 19 name no source. */
export const fundingSource = z.enum([
  "state-budget",
  "truong-son-xanh",
  "ministry-of-industry-and-trade",
  "unstated",
])
export type FundingSource = z.infer<typeof fundingSource>

export const FUNDING_SOURCE_LABELS: Record<FundingSource, string> = {
  "state-budget": "Ngân sách nhà nước",
  "truong-son-xanh": "Dự án Trường Sơn Xanh",
  "ministry-of-industry-and-trade": "Bộ Công Thương",
  unstated: "Không nêu nguồn",
}

export const openingHours = z.object({
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  days: z.array(z.number().int().min(1).max(7)),
  opens: z.string().regex(/^\d{2}:\d{2}$/),
  closes: z.string().regex(/^\d{2}:\d{2}$/),
})

export const showroomView = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  kind: showroomKind,
  funding_source: fundingSource,
  address: z.string(),
  district: z.string(),
  district_slug: z.string(),
  current_unit: z.string(),
  opening_hours: z.array(openingHours),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  product_count: z.number().int().nonnegative(),
  sample: z.boolean(),
})
export type ShowroomView = z.infer<typeof showroomView>

export const showroomListResponse = z.object({ showrooms: z.array(showroomView) })
export const showroomResponse = z.object({ showroom: showroomView })
