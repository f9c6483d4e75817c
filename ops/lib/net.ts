/** Ports on this machine. */
import { createServer } from "node:net"

import { OperatorError } from "./say"

const LOOPBACK = "127.0.0.1"

/** Listens for a moment; the port that was given, or null when it is taken. */
function tryListen(port: number, host: string | undefined): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const given = address && typeof address === "object" ? address.port : null
      server.close(() => resolve(given))
    })
  })
}

/** A free loopback port: the preferred one if nobody holds it, else one the system chooses. */
export async function freePort(preferred?: number): Promise<number> {
  const wanted = preferred ? await tryListen(preferred, LOOPBACK) : null
  const port = wanted ?? (await tryListen(0, LOOPBACK))
  if (port === null) throw new OperatorError("Máy không còn cổng trống trên 127.0.0.1.")
  return port
}

/** What a person reads when a public port is taken: which one, and which variable moves it. */
export function portTakenMessage(
  port: number,
  variable: string,
  service: string,
): string {
  const other = port < 65535 - 100 ? port + 100 : port - 100
  return (
    `Cổng ${port} (${service}) đang bị một chương trình khác dùng. ` +
    `Hãy tắt chương trình đó hoặc chọn cổng khác bằng biến ${variable}, ví dụ: ${variable}=${other} npm start`
  )
}

/** Stops with a clear message unless the port can be listened on (on all addresses). */
export async function requirePort(
  port: number,
  variable: string,
  service: string,
): Promise<void> {
  const free =
    (await tryListen(port, undefined)) !== null &&
    (await tryListen(port, LOOPBACK)) !== null
  if (!free) throw new OperatorError(portTakenMessage(port, variable, service))
}
