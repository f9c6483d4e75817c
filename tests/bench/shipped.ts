/**
 * The framework as it is shipped, for the stock rows: a Medusa project without a line of ours, on a
 * database of its own in the same PostgreSQL.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { createRequire } from "node:module"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { fetch } from "undici"
import { z } from "zod"
import { inParallel } from "../support/contest"
import { env } from "../support/env"
import { freePort } from "./uncached"

const PROJECT = join(import.meta.dirname, "shipped")
const CLI = createRequire(import.meta.url).resolve("@medusajs/cli/cli.js")
const DATABASE = "shipped_framework"
const START_LIMIT_MS = 120_000
const PREPARED_AT_ONCE = 6

const shop = z.object({
  key: z.string(),
  region: z.string(),
  variant: z.string(),
  option: z.string(),
})

export type Shipped = {
  backendUrl: string
  publishableKey: string
  /** Carts that lack nothing but being completed, each with one piece of the only product. */
  readyCarts: (count: number) => Promise<string[]>
}

async function newDatabase(): Promise<string> {
  const client = new pg.Client(env.DATABASE_URL)
  await client.connect()
  try {
    await client.query(`drop database if exists ${DATABASE}`)
    await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
  const url = new URL(env.DATABASE_URL)
  url.pathname = `/${DATABASE}`
  return url.href
}

async function medusa(args: string[], childEnv: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: PROJECT,
    env: childEnv,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, "exit")
  if (code !== 0) throw new Error(`medusa ${args.join(" ")} ended with ${code}:\n${said}`)
  return said
}

async function started(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
    await pause(200)
  }
  throw new Error("the shipped framework did not start")
}

/** Runs the work against it, with this many pieces of its one product, and stops it. */
export async function withShippedFramework<T>(
  units: number,
  work: (shipped: Shipped) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const backendUrl = `http://localhost:${port}`
  const childEnv: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    MEDUSA_DISABLE_TELEMETRY: "true",
    DATABASE_URL: await newDatabase(),
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
    UNITS: String(units),
  }
  await medusa(["db:migrate"], childEnv)
  const said = await medusa(["exec", "./open-shop.ts"], childEnv)
  const line = said.split("\n").find((each) => each.startsWith(`{"key"`)) ?? ""
  const { key, region, variant, option } = shop.parse(JSON.parse(line))
  const server = spawn(process.execPath, [CLI, "start", "--port", String(port)], {
    cwd: PROJECT,
    env: childEnv,
    stdio: "ignore",
  })
  try {
    await started(server, backendUrl)
    const post = async <Out>(path: string, body: unknown, schema: z.ZodType<Out>) => {
      const answer = await fetch(backendUrl + path, {
        method: "POST",
        headers: { "content-type": "application/json", "x-publishable-api-key": key },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return schema.parse(await answer.json())
    }
    const address = {
      first_name: "Người mua thử",
      phone: "0905000000",
      address_1: "12 đường Thử Nghiệm",
      city: "Tam Kỳ",
      country_code: "vn",
    }
    const readyCart = async (): Promise<string> => {
      const { cart } = await post(
        "/store/carts?fields=id",
        {
          region_id: region,
          shipping_address: address,
          billing_address: address,
          items: [{ variant_id: variant, quantity: 1 }],
        },
        z.object({ cart: z.object({ id: z.string() }) }),
      )
      const done = z.unknown()
      await post(
        `/store/carts/${cart.id}/shipping-methods?fields=id`,
        { option_id: option },
        done,
      )
      const { payment_collection } = await post(
        "/store/payment-collections",
        { cart_id: cart.id },
        z.object({ payment_collection: z.object({ id: z.string() }) }),
      )
      await post(
        `/store/payment-collections/${payment_collection.id}/payment-sessions`,
        { provider_id: "pp_system_default" },
        done,
      )
      return cart.id
    }
    return await work({
      backendUrl,
      publishableKey: key,
      readyCarts: (count) =>
        inParallel(Array.from({ length: count }), PREPARED_AT_ONCE, readyCart),
    })
  } finally {
    const ended = once(server, "exit")
    server.kill()
    await ended
  }
}
