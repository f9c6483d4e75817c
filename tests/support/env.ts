/** Where the stack under test answers; `npm test` and `npm run bench` set all of it. */
import { z } from "zod"

const url = z.url().transform((value) => value.replace(/\/$/, ""))

export const env = z
  .object({
    STORE_URL: url,
    BACKEND_URL: url,
    DATABASE_URL: z.string().min(1),
    MEILISEARCH_HOST: url,
    MEILISEARCH_API_KEY: z.string().min(1),
    STOREFRONT_SECRET: z.string().min(1),
    DATA_DIR: z.string().min(1),
    /** Where the backends under test find Stripe; see support/stripe.ts. */
    STRIPE_SERVER_PORT: z.coerce.number().int(),
    STRIPE_WEBHOOK_SECRET: z.string().min(1),
    /** Unset: Playwright's own Chromium. */
    CHROMIUM_PATH: z.string().min(1).optional(),
    /** "long" in `npm run test:faults`. */
    TEST_SIZE: z.enum(["quick", "long"]).default("quick"),
  })
  .parse(process.env)
