/**
 * The backend's environment, checked once. The only place that reads `process.env`; a missing
 * or weak value stops every command with a message that names the variable.
 */
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const MIN_SECRET_LENGTH = 32
const DEFAULT_PICKUP_DAYS = 3
const DEFAULT_PHOTO_THRESHOLD = 500_000
const PHOTO_THRESHOLD = "phải là số đồng, từ 0 (0: không bao giờ đòi ảnh)"

const secret = z
  .string({ error: "chưa được đặt" })
  .min(MIN_SECRET_LENGTH, `phải dài ít nhất ${MIN_SECRET_LENGTH} ký tự`)
  // The framework's own fallback is public knowledge: it would let anyone forge a session.
  .refine((value) => !/supersecret/i.test(value), "không được chứa “supersecret”")

const url = (...protocols: string[]) =>
  z
    .string({ error: "chưa được đặt" })
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `phải là địa chỉ ${protocols.map((protocol) => `${protocol}//…`).join(" hoặc ")}`,
    )

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional())

const environment = z
  .object({
    DATABASE_URL: url("postgres:", "postgresql:"),
    MEILISEARCH_HOST: url("http:", "https:"),
    MEILISEARCH_API_KEY: z.string({ error: "chưa được đặt" }).min(1, "chưa được đặt"),
    /** Begins the name of every search index, so that installations can share an engine. */
    SEARCH_PREFIX: optional(
      z.string().regex(/^[a-z0-9_]{1,40}$/, "chỉ gồm chữ thường, số và _"),
    ).transform((value) => value ?? "ocop"),
    REDIS_URL: optional(url("redis:", "rediss:")),
    /** Foreign cards (Stripe): in use only when both are set. */
    STRIPE_API_KEY: optional(z.string()),
    STRIPE_WEBHOOK_SECRET: optional(z.string()),
    JWT_SECRET: secret,
    COOKIE_SECRET: secret,
    STOREFRONT_SECRET: secret,
    /** The public address of the shop, without a trailing slash. */
    STORE_URL: url("http:", "https:").transform((value) => value.replace(/\/+$/, "")),
    /** Folder of public pictures; the storefront serves it under /media. */
    MEDIA_DIR: z.string({ error: "chưa được đặt" }).min(1, "chưa được đặt"),
    MEDUSA_WORKER_MODE: optional(
      z.enum(["shared", "worker", "server"], {
        error: "phải là shared, worker hoặc server",
      }),
    ).transform((value) => value ?? "shared"),
    /** Days for which goods to be fetched wait for the buyer ("số ngày giữ hàng"). */
    PICKUP_DAYS: optional(
      z.coerce
        .number({ error: "phải là số ngày từ 1 đến 60" })
        .int("phải là số ngày từ 1 đến 60")
        .min(1, "phải là số ngày từ 1 đến 60")
        .max(60, "phải là số ngày từ 1 đến 60"),
    ).transform((value) => value ?? DEFAULT_PICKUP_DAYS),
    /** đồng of one line of damaged goods from which it takes a photo; 0: never. */
    STOCK_PHOTO_THRESHOLD_VND: optional(
      z.coerce
        .number({ error: PHOTO_THRESHOLD })
        .int(PHOTO_THRESHOLD)
        .min(0, PHOTO_THRESHOLD),
    ).transform((value) => value ?? DEFAULT_PHOTO_THRESHOLD),
    /** The admin's files exist only after a build; a worker or a test needs none. */
    DISABLE_MEDUSA_ADMIN: optional(z.enum(["true", "false"])).transform(
      (value) => value === "true",
    ),
  })
  .refine(
    ({ STRIPE_API_KEY, STRIPE_WEBHOOK_SECRET }) =>
      (STRIPE_API_KEY === undefined) === (STRIPE_WEBHOOK_SECRET === undefined),
    {
      path: ["STRIPE_WEBHOOK_SECRET"],
      message: "phải được đặt cùng với STRIPE_API_KEY, hoặc không đặt cả hai",
    },
  )

export type Environment = z.output<typeof environment>

/**
 * @param source usually `process.env`.
 * @throws MedusaError with one line per variable that is missing or wrong.
 */
export function parseEnvironment(
  source: Record<string, string | undefined>,
): Environment {
  const result = environment.safeParse(source)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    (issue) => `  ${issue.path.join(".")} ${issue.message}`,
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Cấu hình chưa đúng:\n${problems.join("\n")}`,
  )
}

export const env: Environment = parseEnvironment(process.env)
