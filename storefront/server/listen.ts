/** Listening and ending: requests under way are answered before the process stops. */
import { createServer, type RequestListener, type Server } from "node:http"

const DRAIN_MS = 10_000

export function createShopServer(listener?: RequestListener): Server {
  const server = createServer(listener)
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  // Longer than the usual 60 s of a proxy, so that it is never the one to meet a closed connection.
  server.keepAliveTimeout = 65_000
  return server
}

/** @param beforeEnd what is still to be done when no request is under way; must end by itself */
export function listen(
  server: Server,
  port: number,
  beforeEnd: () => Promise<void>,
): void {
  server.on("error", (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken. Set PORT to a free one.`
        : error.message
    process.stderr.write(`${reason}\n`)
    process.exit(1)
  })
  server.listen(port, () => {
    process.stdout.write(
      `${JSON.stringify({ level: "info", at: new Date().toISOString(), listening: port })}\n`,
    )
  })
  let ending: Promise<void> | undefined
  const end = () => {
    ending ??= beforeEnd().finally(() => process.exit(0))
  }
  const stop = () => {
    server.close(end)
    server.closeIdleConnections()
    setTimeout(end, DRAIN_MS).unref()
  }
  process.once("SIGTERM", stop)
  process.once("SIGINT", stop)
}
