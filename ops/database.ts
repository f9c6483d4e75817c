/** Bringing the database up to date: schema, demo data, search index. */
import { Client } from "pg"

import { backendSourceHash } from "./build"
import type { Settings } from "./env"
import { step } from "./lib/say"
import { runMedusa } from "./medusa"
import type { Services } from "./services/embedded"
import { readDatabaseStamps, writeDatabaseStamps } from "./stamps"

export const PROFILES = ["demo", "empty", "load"] as const
export type Profile = (typeof PROFILES)[number]

/** Names the cluster and the database in it; the same for as long as the data is the same. */
async function databaseIdentity(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ identity: string }>(
      "select system_identifier || '/' || current_database() as identity from pg_control_system()",
    )
    return rows[0]?.identity ?? url
  } finally {
    await client.end()
  }
}

/** `medusa db:migrate`, skipped when these sources have migrated this database already. */
export async function migrate(settings: Settings, services: Services): Promise<void> {
  const identity = await databaseIdentity(services.databaseUrl)
  const stamps = readDatabaseStamps(settings.dataDir, identity)
  const hash = backendSourceHash()
  // A new, empty search engine gets its indexes from the migration too.
  if (stamps.migrated === hash && !services.isNewIndex) return
  await step("Cập nhật cấu trúc cơ sở dữ liệu", () =>
    runMedusa(settings, services, { args: ["db:migrate"], log: "migrate" }),
  )
  writeDatabaseStamps(settings.dataDir, { ...stamps, migrated: hash })
}

/** Runs the seed; idempotent. `products` counts the synthetic ones of the load profile. */
export async function seed(
  settings: Settings,
  services: Services,
  profile: Profile,
  products?: number,
): Promise<void> {
  await step(`Nạp dữ liệu (${profile})`, () =>
    runMedusa(settings, services, {
      args: ["exec", "../seed/run.ts"],
      log: "seed",
      env: {
        SEED_PROFILE: profile,
        ...(products === undefined ? {} : { SEED_PRODUCTS: String(products) }),
      },
    }),
  )
  const identity = await databaseIdentity(services.databaseUrl)
  const stamps = readDatabaseStamps(settings.dataDir, identity)
  writeDatabaseStamps(settings.dataDir, { ...stamps, seeded: profile })
}

/** The data came from a backup: the first start must not add the demonstration to it. */
export async function markRestored(
  settings: Settings,
  services: Services,
): Promise<void> {
  const identity = await databaseIdentity(services.databaseUrl)
  const stamps = readDatabaseStamps(settings.dataDir, identity)
  writeDatabaseStamps(settings.dataDir, { ...stamps, seeded: "restored" })
}

export async function reindex(settings: Settings, services: Services): Promise<void> {
  await step("Lập lại chỉ mục tìm kiếm", () =>
    runMedusa(settings, services, {
      args: ["exec", "./src/scripts/reindex.ts"],
      log: "reindex",
    }),
  )
}

/** After a restore: what was under way at the moment of the backup is put right, then the same. */
export async function resume(settings: Settings, services: Services): Promise<void> {
  await step("Dọn việc dở lúc sao lưu, lập lại chỉ mục tìm kiếm", () =>
    runMedusa(settings, services, {
      args: ["exec", "./src/scripts/resume.ts"],
      log: "resume",
    }),
  )
}

/**
 * Schema, and on the embedded default the demo data of the first run. Returns true when it seeded.
 * An emptied search engine beside an old database is filled again.
 */
export async function prepareDatabase(
  settings: Settings,
  services: Services,
): Promise<boolean> {
  await migrate(settings, services)
  const identity = await databaseIdentity(services.databaseUrl)
  const { seeded } = readDatabaseStamps(settings.dataDir, identity)
  const isEmbedded = !("url" in settings.postgres)
  if (isEmbedded && !seeded) {
    await seed(settings, services, "demo")
    return true
  }
  if (services.isNewIndex) await reindex(settings, services)
  return false
}
