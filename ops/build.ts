/** Building backend and storefront, when their sources changed. */
import { existsSync } from "node:fs"
import path from "node:path"

import { backendEnv, storefrontEnv } from "./child-env"
import type { Settings } from "./env"
import {
  BACKEND_BUILD,
  BACKEND_DIR,
  ROOT,
  STOREFRONT_DIR,
  STOREFRONT_SERVER,
  tsxLoader,
} from "./lib/paths"
import { runToEnd } from "./lib/process"
import { step } from "./lib/say"
import { medusaArgs } from "./medusa"
import type { Services } from "./services/embedded"
import { isStamped, makeStamped, sourceHash } from "./stamps"

const SHARED_SOURCES = ["package-lock.json", "tsconfig.json"]
const BACKEND_STAMP = path.join(BACKEND_DIR, ".medusa", "ocop-build-stamp")
const STOREFRONT_STAMP = path.join(STOREFRONT_DIR, "build", "ocop-build-stamp")

export function backendSourceHash(): string {
  return sourceHash(ROOT, [...SHARED_SOURCES, "backend"])
}

async function buildBackend(settings: Settings, services: Services): Promise<void> {
  const hash = backendSourceHash()
  const isThere = existsSync(path.join(BACKEND_BUILD, "medusa-config.js"))
  if (isThere && isStamped(BACKEND_STAMP, hash)) return
  await step("Biên dịch máy chủ và trang quản trị", () =>
    makeStamped(BACKEND_STAMP, hash, () =>
      runToEnd("medusa build", process.execPath, medusaArgs(["build", "--no-lint"]), {
        cwd: BACKEND_DIR,
        env: backendEnv(settings, services, "production"),
        logFile: path.join(settings.dataDir, "logs", "build-backend.log"),
      }),
    ),
  )
}

async function buildStorefront(settings: Settings, services: Services): Promise<void> {
  const hash = sourceHash(ROOT, [
    ...SHARED_SOURCES,
    "storefront",
    "backend/src/contracts",
  ])
  if (existsSync(STOREFRONT_SERVER) && isStamped(STOREFRONT_STAMP, hash)) return
  await step("Biên dịch cửa hàng", () =>
    makeStamped(STOREFRONT_STAMP, hash, () =>
      runToEnd(
        "npm run build -w storefront",
        process.execPath,
        ["--import", tsxLoader(), "scripts/build.ts"],
        {
          cwd: STOREFRONT_DIR,
          env: storefrontEnv(settings, services, "production"),
          logFile: path.join(settings.dataDir, "logs", "build-storefront.log"),
        },
      ),
    ),
  )
}

/** One after the other: the two cores are shared with the migration and the seed. */
export async function buildChanged(
  settings: Settings,
  services: Services,
): Promise<void> {
  await buildBackend(settings, services)
  await buildStorefront(settings, services)
}
