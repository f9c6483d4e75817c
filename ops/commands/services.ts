/** `node ops/run.mjs services`: PostgreSQL and Meilisearch alone; prints their variables and keeps running. */
import { backendEnv } from "../child-env"
import { readSettings } from "../env"
import { main, say } from "../lib/say"
import { askedToEnd } from "../lib/shutdown"
import { ownDataDir, startServices, stopServices } from "../services/embedded"

const PRINTED = [
  "DATABASE_URL",
  "MEILISEARCH_HOST",
  "MEILISEARCH_API_KEY",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "STOREFRONT_SECRET",
  "STORE_URL",
  "BACKEND_URL",
  "BACKEND_PORT",
  "DATA_DIR",
  "MEDIA_DIR",
]

await main(async () => {
  const end = askedToEnd()
  const settings = readSettings(process.env)
  ownDataDir(settings.dataDir, "services")
  try {
    const services = await startServices(settings)
    const variables = backendEnv(settings, services, "development")
    for (const name of PRINTED)
      process.stdout.write(`export ${name}='${variables[name] ?? ""}'\n`)
    process.stdout.write(`export SESSION_SECRET='${settings.secrets.SESSION_SECRET}'\n`)
    say("Đang chạy; Ctrl-C để dừng")
    await end
  } finally {
    await stopServices(settings)
  }
  return 0
})
