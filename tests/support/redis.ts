/** A Redis of a test's own, which forgets everything when it ends. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { connect } from "node:net"
import { canInstall, installed, programOnPath } from "../../ops/testing/debian"
import { freePort } from "../../ops/lib/net"
import { waitFor } from "../../ops/lib/wait"

const STARTS_WITHIN_MS = 15_000

/** The system's, or Debian's package. */
function findRedis(): string {
  const names = ["redis-server"]
  const found =
    programOnPath(names) ??
    (canInstall() && installed("redis-server") ? programOnPath(names) : null)
  if (found) return found
  throw new Error("there is no redis-server here, and it cannot be installed")
}

const answersPing = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"))
    const settle = (isUp: boolean) => {
      socket.destroy()
      resolve(isUp)
    }
    socket.once("data", (data) => settle(data.toString().startsWith("+PONG")))
    socket.once("error", () => settle(false))
  })

export async function startRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const settings = { bind: "127.0.0.1", port: String(port), save: "", appendonly: "no" }
  const child = spawn(
    findRedis(),
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: "ignore" },
  )
  const gone = once(child, "exit")
  const stop = async () => {
    child.kill("SIGKILL")
    await gone
  }
  const state = await waitFor(() => answersPing(port), {
    withinMs: STARTS_WITHIN_MS,
    gone,
  })
  if (state === "ready") return { url: `redis://127.0.0.1:${port}`, stop }
  await stop()
  throw new Error(`Redis did not start (${state})`)
}
