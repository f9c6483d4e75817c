/** One JSON line per request. No query and no body: they hold what people typed. */
import { randomUUID } from "node:crypto"
import { type RequestHandler } from "express"

const REQUEST_ID = /^[\w-]{8,64}$/

/** Gives every request an id (the proxy's, if it sent one) and logs how it was answered. */
export function accessLog(write: (line: string) => void): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const given = request.get("x-request-id") ?? ""
    const id = REQUEST_ID.test(given) ? given : randomUUID()
    response.locals.requestId = id
    response.set("X-Request-Id", id)
    const path = request.path
    response.on("close", () => {
      write(
        JSON.stringify({
          level: "info",
          at: new Date().toISOString(),
          request_id: id,
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          cache: response.locals.pageCache,
          aborted: response.writableFinished ? undefined : true,
        }),
      )
    })
    next()
  }
}
