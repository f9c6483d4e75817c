/** The whole stack: services, backend, storefront; started in order, watched, stopped in order. */
import type { ChildProcess } from "node:child_process"
import path from "node:path"

import { buildChanged } from "./build"
import { backendEnv, storefrontEnv, type Mode } from "./child-env"
import { prepareDatabase } from "./database"
import type { Settings } from "./env"
import { requirePort } from "./lib/net"
import {
  BACKEND_BUILD,
  BACKEND_DIR,
  STOREFRONT_DIR,
  STOREFRONT_SERVER,
  tsxLoader,
} from "./lib/paths"
import { ended, logTail, markOf, spawnLogged, stopProcess } from "./lib/process"
import { OperatorError, step } from "./lib/say"
import { askedToEnd } from "./lib/shutdown"
import { answersOk, waitFor } from "./lib/wait"
import { medusaArgs } from "./medusa"
import { recordService, runningService, type ServiceName } from "./run-file"
import {
  ownDataDir,
  startServices,
  stopServices,
  type Services,
} from "./services/embedded"

const BACKEND_READY_MS = 180_000
const STOREFRONT_READY_MS = 180_000
const APP_GRACE_MS = 15_000

export type Stack = {
  settings: Settings
  services: Services
  /** True when this start filled the database with the demo. */
  isFirstRun: boolean
}

export type StackOptions = {
  command: string
  settings: Settings
  mode: Mode
  /** False in tests, which stop and restart the services themselves. */
  superviseServices: boolean
  /** The exit code when the person ends it (Ctrl-C). */
  codeWhenAsked: number
  /** Modules (URLs) that the backend loads first: in tests, what stands in for the outside world. */
  backendImports?: readonly string[]
}

type App = { name: ServiceName; title: string; child: ChildProcess; logFile: string }

async function launch(
  settings: Settings,
  app: { name: ServiceName; title: string; port: number; cwd: string },
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<App> {
  const logFile = path.join(settings.dataDir, "logs", `${app.name}.log`)
  const child = spawnLogged(process.execPath, args, { cwd: app.cwd, env, logFile })
  recordService(settings.dataDir, app.name, { ...(await markOf(child)), port: app.port })
  return { name: app.name, title: app.title, child, logFile }
}

function launchBackend(
  { settings, mode, backendImports = [] }: StackOptions,
  services: Services,
): Promise<App> {
  const isBuilt = mode === "production"
  const command = isBuilt ? ["start"] : ["develop", "--no-lint"]
  return launch(
    settings,
    {
      name: "backend",
      title: "Máy chủ (backend)",
      port: settings.backendPort,
      cwd: isBuilt ? BACKEND_BUILD : BACKEND_DIR,
    },
    [
      ...backendImports.flatMap((url) => ["--import", url]),
      ...medusaArgs([...command, "--port", String(settings.backendPort)]),
    ],
    backendEnv(settings, services, mode),
  )
}

function launchStorefront(
  { settings, mode }: StackOptions,
  services: Services,
): Promise<App> {
  const args =
    mode === "production"
      ? [STOREFRONT_SERVER]
      : ["--import", tsxLoader(), "server/dev.ts"]
  return launch(
    settings,
    {
      name: "storefront",
      title: "Cửa hàng (storefront)",
      port: settings.port,
      cwd: STOREFRONT_DIR,
    },
    args,
    storefrontEnv(settings, services, mode),
  )
}

async function waitReady(app: App, url: string, withinMs: number): Promise<void> {
  const state = await waitFor(() => answersOk(url), {
    withinMs,
    everyMs: 250,
    gone: ended(app.child),
  })
  if (state === "ready") return
  const why =
    state === "gone"
      ? "đã dừng trong lúc khởi động"
      : `không trả lời ở ${url} sau ${withinMs / 1000} s`
  throw new OperatorError(
    `${app.title} ${why}. Nhật ký: ${app.logFile}\n${logTail(app.logFile, 30)}`,
  )
}

/** Rejects when one of the watched processes ends; it is not started again. */
function firstDeath(watched: App[]): Promise<never> {
  return Promise.race(
    watched.map(async (app) => {
      const how = await ended(app.child)
      throw new OperatorError(
        `${app.title} đã dừng (${how}); dừng toàn bộ. Nhật ký: ${app.logFile}\n${logTail(app.logFile)}`,
      )
    }),
  )
}

function servicesToWatch(services: Services): App[] {
  const { postgres, meilisearch } = services
  return [
    ...(postgres
      ? [{ name: "postgres" as const, title: "PostgreSQL", ...postgres }]
      : []),
    ...(meilisearch
      ? [{ name: "meilisearch" as const, title: "Meilisearch", ...meilisearch }]
      : []),
  ]
}

async function stopApp(dataDir: string, name: ServiceName): Promise<void> {
  const running = runningService(dataDir, name)
  if (running) await stopProcess(running, "SIGTERM", APP_GRACE_MS)
}

/** Storefront, backend, Meilisearch, PostgreSQL: whoever needs another goes first. */
async function stopStack(settings: Settings): Promise<void> {
  await stopApp(settings.dataDir, "storefront")
  await stopApp(settings.dataDir, "backend")
  await stopServices(settings)
}

async function up(
  options: StackOptions,
): Promise<{ stack: Stack; death: Promise<never> }> {
  const { settings, mode } = options
  // Left behind by an owner that was killed together with its guard.
  await stopApp(settings.dataDir, "storefront")
  await stopApp(settings.dataDir, "backend")
  await requirePort(settings.port, "PORT", "cửa hàng")
  await requirePort(settings.backendPort, "BACKEND_PORT", "máy chủ")
  const services = await startServices(settings)
  const [isFirstRun] = await Promise.all([
    prepareDatabase(settings, services),
    mode === "production" ? buildChanged(settings, services) : null,
  ])
  const backend = await launchBackend(options, services)
  const storefront = await launchStorefront(options, services)
  const death = firstDeath([
    backend,
    storefront,
    ...(options.superviseServices ? servicesToWatch(services) : []),
  ])
  // Looked at by whoever waits; a death while nobody does is not an unhandled one.
  death.catch(() => undefined)
  await step("Khởi động máy chủ", () =>
    waitReady(backend, `${settings.backendUrl}/health`, BACKEND_READY_MS),
  )
  await step("Khởi động cửa hàng, chờ chỉ mục tìm kiếm", () =>
    waitReady(
      storefront,
      `http://localhost:${settings.port}/readyz`,
      STOREFRONT_READY_MS,
    ),
  )
  return { stack: { settings, services, isFirstRun }, death }
}

/**
 * Brings the stack up, runs `use` with it and takes it down again, whatever happens.
 * @returns the exit code of `use`, or `codeWhenAsked` when the person ended it
 */
export async function withStack(
  options: StackOptions,
  use: (stack: Stack, ended: Promise<string>) => Promise<number>,
): Promise<number> {
  const { settings } = options
  const end = askedToEnd()
  ownDataDir(settings.dataDir, options.command)
  const work = async () => {
    const { stack, death } = await up(options)
    return Promise.race([use(stack, end), death])
  }
  try {
    return await Promise.race([work(), end.then(() => options.codeWhenAsked)])
  } finally {
    await step("Dừng các tiến trình", () => stopStack(settings))
  }
}
