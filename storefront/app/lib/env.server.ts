/** The storefront's configuration. A missing value stops the start; secrets have no default. */
import { z } from "zod"

const secret = z.string().min(32, "phải dài ít nhất 32 ký tự")
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin)

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  BACKEND_URL: origin,
  MEILISEARCH_HOST: origin,
  STOREFRONT_SECRET: secret,
  SESSION_SECRET: secret,
  /** The shop's public address, e.g. "https://ocop.example.vn": canonical links, origin check. */
  STORE_URL: origin,
  MEDIA_DIR: z.string().min(1),
  /** "off" renders every public page anew; for measuring. */
  PAGE_CACHE: z.enum(["on", "off"]).default("on"),
  /** Express "trust proxy": how many proxies stand in front ("1"), or their addresses. */
  TRUST_PROXY: z
    .string()
    .default("loopback")
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : value)),
})
export type Env = z.infer<typeof schema>

/** @throws when a variable is missing or malformed; the message names each one. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = path.join(".")
    return `  ${name}: ${source[name] ? message : "chưa được đặt"}`
  })
  throw new Error(`Cấu hình của cửa hàng chưa đúng:\n${problems.join("\n")}`)
}

let cached: Env | undefined
export const env = (): Env => (cached ??= readEnv(process.env))
