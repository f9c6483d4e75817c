import { z } from "zod"
import { vnd } from "./money"

/** GET /api/suggest?q=: what to offer while somebody types. */
export const suggestResponse = z.object({
  products: z.array(
    z.object({
      handle: z.string(),
      title: z.string(),
      price: vnd,
      /** In force today; 0 without. */
      stars: z.number().int().min(0).max(5),
      /** Address of a small picture. */
      thumbnail: z.string().nullable(),
    }),
  ),
  producers: z.array(z.object({ handle: z.string(), name: z.string() })),
  /** Former districts and communes. */
  places: z.array(z.object({ slug: z.string(), name: z.string() })),
})
export type Suggestions = z.infer<typeof suggestResponse>
