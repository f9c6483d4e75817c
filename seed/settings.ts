/** The environment of the seed, checked. */
import { z } from "zod"

const common = z.object({
  DATA_DIR: z.string().min(1),
  MEDIA_DIR: z.string().min(1),
  STORE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
})

const environment = z.discriminatedUnion("SEED_PROFILE", [
  common.extend({ SEED_PROFILE: z.literal("demo") }),
  common.extend({ SEED_PROFILE: z.literal("empty") }),
  common.extend({
    SEED_PROFILE: z.literal("load"),
    /** How many synthetic products. */
    SEED_PRODUCTS: z.coerce.number().int().min(1).max(1_000_000),
  }),
])

export type SeedSettings = z.output<typeof environment>

/** @throws where a variable is missing or wrong, naming it. */
export function readSettings(
  source: Record<string, string | undefined> = process.env,
): SeedSettings {
  const result = environment.safeParse({ SEED_PROFILE: "demo", ...source })
  if (result.success) return result.data
  throw new Error(`Seed: ${z.prettifyError(result.error)}`)
}
