import { z } from "zod"

/** Loại chủ thể: cooperative, company, cooperative group (no legal personality), household. */
export const entityType = z.enum(["HTX", "DN", "THT", "HKD"])
export type EntityType = z.infer<typeof entityType>

/** On screen, and the slug used by the `loai-chu-the` filter. */
export const ENTITY_TYPES: Record<EntityType, { label: string; slug: string }> = {
  HTX: { label: "Hợp tác xã", slug: "hop-tac-xa" },
  DN: { label: "Doanh nghiệp", slug: "doanh-nghiep" },
  THT: { label: "Tổ hợp tác", slug: "to-hop-tac" },
  HKD: { label: "Hộ sản xuất kinh doanh", slug: "ho-kinh-doanh" },
}

/** A producer (chủ thể) as the shop shows it. No private person's contact data. */
export const producerView = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  entity_type: entityType,
  story: z.string().nullable(),
  commune: z.string().nullable(),
  district: z.string().nullable(),
  current_unit: z.string().nullable(),
  product_count: z.number().int().nonnegative(),
  /** True where the record is invented for the demonstration. */
  sample: z.boolean(),
})
export type ProducerView = z.infer<typeof producerView>

export const producerListResponse = z.object({ producers: z.array(producerView) })
export const producerResponse = z.object({ producer: producerView })
