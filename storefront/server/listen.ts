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

export function listen(server: Server, port: number): void {
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
  const stop = () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), DRAIN_MS).unref()
  }
  process.once("SIGTERM", stop)
  process.once("SIGINT", stop)
}
