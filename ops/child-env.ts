/** The environment of each child process: of our own variables only those meant for it. */
import type { Settings } from "./env"
import type { Services } from "./services/embedded"

/** Ours alone, never inherited by accident. */
const OWN_VARIABLES = [
  "DATABASE_URL",
  "MEILISEARCH_HOST",
  "MEILISEARCH_API_KEY",
  "REDIS_URL",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "SESSION_SECRET",
  "STOREFRONT_SECRET",
  "STORE_URL",
  "BACKEND_URL",
  "MEDIA_DIR",
  "DATA_DIR",
  "PORT",
  "BACKEND_PORT",
  "NODE_ENV",
]

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !OWN_VARIABLES.includes(name)),
  )
}

export type Mode = "production" | "development"

export function backendEnv(
  settings: Settings,
  services: Services,
  mode: Mode,
): NodeJS.ProcessEnv {
  const { JWT_SECRET, COOKIE_SECRET, STOREFRONT_SECRET } = settings.secrets
  return {
    ...inherited(),
    NODE_ENV: mode,
    DATABASE_URL: services.databaseUrl,
    MEILISEARCH_HOST: services.meilisearchHost,
    MEILISEARCH_API_KEY: services.meilisearchKey,
    ...(settings.redisUrl ? { REDIS_URL: settings.redisUrl } : {}),
    JWT_SECRET,
    COOKIE_SECRET,
    STOREFRONT_SECRET,
    STORE_URL: settings.storeUrl,
    BACKEND_URL: settings.backendUrl,
    BACKEND_PORT: String(settings.backendPort),
    PORT: String(settings.backendPort),
    DATA_DIR: settings.dataDir,
    MEDIA_DIR: settings.mediaDir,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

export function storefrontEnv(
  settings: Settings,
  services: Services,
  mode: Mode,
): NodeJS.ProcessEnv {
  const { SESSION_SECRET, STOREFRONT_SECRET } = settings.secrets
  return {
    ...inherited(),
    NODE_ENV: mode,
    PORT: String(settings.port),
    BACKEND_URL: settings.backendUrl,
    MEILISEARCH_HOST: services.meilisearchHost,
    STOREFRONT_SECRET,
    SESSION_SECRET,
    STORE_URL: settings.storeUrl,
    MEDIA_DIR: settings.mediaDir,
  }
}
