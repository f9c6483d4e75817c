/** A backend process of a test's own, beside the one of the shop, to be killed and started again. */
import { storefrontConfig } from "@ocop/backend/contracts/storefront-config"
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { closeSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { z } from "zod"
import { backendEnv } from "../../ops/child-env"
import { readSettings } from "../../ops/env"
import { freePort } from "../../ops/lib/net"
import { BACKEND_BUILD } from "../../ops/lib/paths"
import { logTail, openLog, runToEnd } from "../../ops/lib/process"
import { waitFor } from "../../ops/lib/wait"
import { medusaArgs } from "../../ops/medusa"
import { storefrontSettings } from "./backend"
import { type Shop } from "./contest"
import { env } from "./env"

const DIE_AFTER = pathToFileURL(join(import.meta.dirname, "die-after.mjs")).href
const STRIPE_HOST = pathToFileURL(join(import.meta.dirname, "stripe-host.mjs")).href
const READY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 50

/** What die-after.mjs says of a statement that has become durable. */
const stepMessage = z.object({ step: z.number(), tables: z.array(z.string()) })

export type BackendOptions = {
  /** In addition to the environment of the stack's own backend. */
  env?: Record<string, string>
}

export const services = {
  databaseUrl: env.DATABASE_URL,
  meilisearchHost: env.MEILISEARCH_HOST,
  meilisearchKey: env.MEILISEARCH_API_KEY,
  isNewDatabase: false,
  isNewIndex: false,
  postgres: null,
  meilisearch: null,
}

const environment = (port: number): NodeJS.ProcessEnv =>
  backendEnv(
    readSettings({ ...process.env, BACKEND_PORT: String(port) }),
    services,
    "production",
  )

/** `npm run reindex`, on the stack under test. */
export const rebuildSearch = (): Promise<void> =>
  runInBackend(join(BACKEND_BUILD, "src", "scripts", "reindex.js"))

/**
 * Runs a script in the built backend, in a process of its own, to its end.
 * @param script a file of this folder, or the path of another
 */
export async function runInBackend(script: string, ...args: string[]): Promise<void> {
  const file = resolve(import.meta.dirname, script)
  await runToEnd(script, process.execPath, medusaArgs(["exec", file, ...args]), {
    cwd: BACKEND_BUILD,
    env: environment(await freePort()),
    logFile: join(env.DATA_DIR, "logs", "jobs.log"),
  })
}

/** Does once, in a process of its own, what a file of backend/src/jobs does by schedule. */
export const runJob = (name: string): Promise<void> => runInBackend("run-job.mjs", name)

const isGone = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

export class OwnBackend {
  /** What became durable for requests with the header, oldest first: the tables written. */
  readonly steps: string[] = []
  #child: ChildProcess | undefined

  private constructor(
    readonly port: number,
    private readonly options: BackendOptions,
  ) {}

  /** The production build, as `npm start` runs it, on a free port. */
  static async start(options: BackendOptions = {}): Promise<OwnBackend> {
    const backend = new OwnBackend(await freePort(), options)
    await backend.start()
    return backend
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get isUp(): boolean {
    return this.#child !== undefined && !isGone(this.#child)
  }

  /** To be completed at. @param dieAfter when a request ends the process: see die-after.mjs. */
  async shop(dieAfter?: string): Promise<Shop> {
    const { publishable_key } = await storefrontSettings()
    return {
      backendUrl: this.url,
      publishableKey: publishable_key,
      ...(dieAfter !== undefined && { headers: { "x-die-after": dieAfter } }),
    }
  }

  /** @returns the milliseconds until its first good answer to a buyer. */
  async start(): Promise<number> {
    const began = performance.now()
    const child = this.#launch()
    this.#child = child
    const state = await waitFor(() => this.#answers(), {
      withinMs: READY_WITHIN_MS,
      everyMs: LOOK_EVERY_MS,
      gone: once(child, "exit"),
    })
    if (state === "ready") return performance.now() - began
    await this.kill()
    throw new Error(`the backend did not start (${state}):\n${logTail(this.#log, 30)}`)
  }

  #launch(): ChildProcess {
    const log = openLog(this.#log)
    try {
      const child = spawn(
        process.execPath,
        [
          ...["--import", DIE_AFTER, "--import", STRIPE_HOST],
          ...medusaArgs(["start", "--port", String(this.port)]),
        ],
        {
          cwd: BACKEND_BUILD,
          env: { ...environment(this.port), ...this.options.env },
          // It dies when the channel closes, so that none survives the tests.
          stdio: ["ignore", log, log, "ipc"],
        },
      )
      child.on("message", (message: unknown) => {
        this.steps.push(stepMessage.parse(message).tables.join(" "))
      })
      return child
    } finally {
      closeSync(log)
    }
  }

  get #log(): string {
    return join(env.DATA_DIR, "logs", `backend-${this.port}.log`)
  }

  /** Not `/health`, which says nothing about the database. */
  async #answers(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/storefront/config`, {
        headers: { "x-storefront-secret": env.STOREFRONT_SECRET },
      })
      return storefrontConfig.safeParse(await response.json()).success
    } catch {
      return false
    }
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL")
    await this.gone()
  }

  async gone(): Promise<void> {
    if (this.#child && !isGone(this.#child)) await once(this.#child, "exit")
  }
}
