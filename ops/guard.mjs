/**
 * Stops the services of a data directory when their owner is gone, even after kill -9: it holds the
 * other end of a pipe, and acts when that end closes. Plain Node, to stay small.
 */
import { readFileSync } from "node:fs"
import path from "node:path"

const [dataDir] = process.argv.slice(2)
const ORDER = [
  ["storefront", "SIGTERM"],
  ["backend", "SIGTERM"],
  ["meilisearch", "SIGTERM"],
  ["postgres", "SIGINT"],
]
const GRACE_MS = 15_000

// Ctrl-C is for the owner; this process ends when the owner did.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined)

/** What names the running process: its start on Linux, elsewhere only that it runs. */
function started(pid) {
  try {
    if (process.platform !== "linux") return process.kill(pid, 0)
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return fields[0] === "Z" ? null : fields[19]
  } catch {
    return null
  }
}

async function stop(service, signal) {
  const wanted = process.platform === "linux" ? service.started : true
  if (started(service.pid) !== wanted) return
  try {
    process.kill(service.pid, signal)
    const deadline = Date.now() + GRACE_MS
    while (started(service.pid) === wanted && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    process.kill(-service.pid, "SIGKILL")
  } catch {
    // Gone.
  }
}

process.stdin.resume()
process.stdin.on("end", async () => {
  try {
    const { services } = JSON.parse(readFileSync(path.join(dataDir, "run.json"), "utf8"))
    for (const [name, signal] of ORDER) {
      if (services[name]) await stop(services[name], signal)
    }
  } catch {
    // No run file: nothing of ours is running.
  }
  process.exit(0)
})
