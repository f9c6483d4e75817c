/** A second storefront on the same backend that keeps no page, for the uncached rows. */
import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { env } from "../support/env"

const SERVER = join(import.meta.dirname, "../../storefront/build/server.js")
const START_LIMIT_MS = 30_000

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("no free port")),
      )
    })
  })

/** Runs the work against it and stops it, whatever happens. */
export async function withUncachedStore<T>(
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      STORE_URL: env.STORE_URL,
      MEDIA_DIR: process.env.MEDIA_DIR ?? join(env.DATA_DIR, "media"),
      // Nobody carries a cookie from one shop to the other.
      SESSION_SECRET: randomBytes(32).toString("base64url"),
      PAGE_CACHE: "off",
    },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const ended = new Promise<never>((_, reject) =>
    server.once("exit", (code) =>
      reject(new Error(`the uncached storefront ended with ${code}`)),
    ),
  )
  // Its end is only news while something waits for it.
  ended.catch(() => undefined)
  try {
    await Promise.race([ended, ready(`${origin}/readyz`)])
    return await Promise.race([ended, work(origin)])
  } finally {
    server.kill()
  }
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error(`${url} did not answer within ${START_LIMIT_MS} ms`)
}
