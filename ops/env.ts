/** The one place where the commands read the environment. */
import { mkdirSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

import { ROOT } from "./lib/paths"
import { OperatorError } from "./lib/say"
import { embeddedSecrets } from "./secrets"

const port = z.coerce.number().int().min(1).max(65535)
const secret = z.string().min(32, "phải dài ít nhất 32 ký tự")

const variables = z.object({
  PORT: port.default(3000),
  BACKEND_PORT: port.default(9000),
  DATA_DIR: z.string().default(path.join(ROOT, ".data")),
  MEDIA_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MEILISEARCH_HOST: z.url({ protocol: /^https?$/ }).optional(),
  MEILISEARCH_API_KEY: secret.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  STORE_URL: z.url({ protocol: /^https?$/ }).optional(),
  JWT_SECRET: secret.optional(),
  COOKIE_SECRET: secret.optional(),
  SESSION_SECRET: secret.optional(),
  STOREFRONT_SECRET: secret.optional(),
  CHROMIUM_PATH: z.string().optional(),
})

const SECRET_NAMES = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "SESSION_SECRET",
  "STOREFRONT_SECRET",
] as const

export type AppSecrets = Record<(typeof SECRET_NAMES)[number], string>

export type Settings = {
  port: number
  backendPort: number
  /** Absolute. */
  dataDir: string
  /** Absolute; product pictures and their variants. */
  mediaDir: string
  storeUrl: string
  backendUrl: string
  redisUrl: string | undefined
  chromiumPath: string | undefined
  secrets: AppSecrets
  /** An address when the service is somebody else's, or the password for the embedded one. */
  postgres: { url: string } | { password: string }
  meilisearch: { host: string; apiKey: string } | { masterKey: string }
}

type Variables = z.infer<typeof variables>

/** An empty variable (compose files and shells leave such) is an absent one. */
function parse(source: NodeJS.ProcessEnv): Variables {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  )
  const result = variables.safeParse(present)
  if (result.success) return result.data
  const lines = result.error.issues.map(
    (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
  )
  throw new OperatorError(`Biến môi trường không hợp lệ:\n${lines.join("\n")}`)
}

/** The variables that a start on somebody else's services needs and does not have. */
export function missingSecrets(source: NodeJS.ProcessEnv): string[] {
  const given = parse(source)
  if (!given.DATABASE_URL && !given.MEILISEARCH_HOST) return []
  const missing: string[] = SECRET_NAMES.filter((name) => !given[name])
  if (given.MEILISEARCH_HOST && !given.MEILISEARCH_API_KEY)
    missing.push("MEILISEARCH_API_KEY")
  return missing
}

function postgresOf(given: Variables, dataDir: string): Settings["postgres"] {
  return given.DATABASE_URL
    ? { url: given.DATABASE_URL }
    : { password: embeddedSecrets(dataDir).POSTGRES_PASSWORD }
}

function meilisearchOf(given: Variables, dataDir: string): Settings["meilisearch"] {
  return given.MEILISEARCH_HOST && given.MEILISEARCH_API_KEY
    ? { host: given.MEILISEARCH_HOST, apiKey: given.MEILISEARCH_API_KEY }
    : { masterKey: embeddedSecrets(dataDir).MEILISEARCH_API_KEY }
}

function secretsOf(given: Variables, dataDir: string): AppSecrets {
  const isEmbedded = !given.DATABASE_URL && !given.MEILISEARCH_HOST
  const made: Partial<AppSecrets> = isEmbedded ? embeddedSecrets(dataDir) : {}
  const one = (name: keyof AppSecrets): string => {
    const value = given[name] ?? made[name]
    if (!value) throw new OperatorError(missingMessage([name]))
    return value
  }
  return {
    JWT_SECRET: one("JWT_SECRET"),
    COOKIE_SECRET: one("COOKIE_SECRET"),
    SESSION_SECRET: one("SESSION_SECRET"),
    STOREFRONT_SECRET: one("STOREFRONT_SECRET"),
  }
}

function missingMessage(names: string[]): string {
  return (
    `Thiếu biến môi trường: ${names.join(", ")}. ` +
    "Bí mật chỉ được tạo tự động khi cả PostgreSQL và Meilisearch đều là bản nhúng; " +
    "khi đặt DATABASE_URL hoặc MEILISEARCH_HOST thì phải đặt cả các biến này " +
    "(ví dụ: openssl rand -base64 32)."
  )
}

/** Where the data lies. All absolute. */
export type Places = {
  dataDir: string
  /** Product pictures and their variants. */
  mediaDir: string
  /** Of a database that is not the embedded one. */
  databaseUrl: string | undefined
}

/** Makes nothing, so that what is there can be looked at first. */
export function readPlaces(source: NodeJS.ProcessEnv): Places {
  const given = parse(source)
  const dataDir = path.resolve(ROOT, given.DATA_DIR)
  return {
    dataDir,
    mediaDir: given.MEDIA_DIR
      ? path.resolve(ROOT, given.MEDIA_DIR)
      : path.join(dataDir, "media"),
    databaseUrl: given.DATABASE_URL,
  }
}

/** Throws an OperatorError that names the secrets that a start would lack. */
export function requireSecrets(source: NodeJS.ProcessEnv): void {
  const missing = missingSecrets(source)
  if (missing.length > 0) throw new OperatorError(missingMessage(missing))
}

/**
 * Reads and checks the environment; makes the data directory and, on the embedded default, the
 * random secrets. Throws an OperatorError that names what is missing or wrong.
 */
export function readSettings(source: NodeJS.ProcessEnv): Settings {
  const given = parse(source)
  requireSecrets(source)
  const { dataDir, mediaDir } = readPlaces(source)
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw new OperatorError(
      `Không tạo được thư mục dữ liệu ${dataDir} (biến DATA_DIR): ${String(error)}`,
    )
  }
  return {
    port: given.PORT,
    backendPort: given.BACKEND_PORT,
    dataDir,
    mediaDir,
    storeUrl: given.STORE_URL ?? `http://localhost:${given.PORT}`,
    backendUrl: `http://localhost:${given.BACKEND_PORT}`,
    redisUrl: given.REDIS_URL,
    chromiumPath: given.CHROMIUM_PATH,
    secrets: secretsOf(given, dataDir),
    postgres: postgresOf(given, dataDir),
    meilisearch: meilisearchOf(given, dataDir),
  }
}
