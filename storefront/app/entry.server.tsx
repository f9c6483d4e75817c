/** Rendering: whole pages for caches and robots, streams for everyone else. */
import "./lib/load-context"
import { PassThrough } from "node:stream"
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type HandleDataRequestFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node"
import { RemixServer } from "@remix-run/react"
import { isbot } from "isbot"
import { renderToPipeableStream } from "react-dom/server"
import { BackendError } from "./lib/backend.server"
import { PRIVATE_CACHE } from "./lib/cache-manifest"
import { log } from "./lib/log.server"
import { NonceProvider } from "./lib/nonce"

export { catalogVersion } from "./features/catalog/catalog.server"
export { readiness } from "./lib/readiness.server"

/** Deferred data that takes longer is given up; the page says so in its place. */
export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8")
  privateByDefault(headers)
  const whole = loadContext.buffered || isbot(request.headers.get("user-agent"))
  let finalStatus = status === 500 && loadContext.outage ? 503 : status

  return new Promise((resolve, reject) => {
    const respond = () => {
      const body = new PassThrough()
      resolve(
        new Response(createReadableStreamFromReadable(body), {
          status: finalStatus,
          headers,
        }),
      )
      stream.pipe(body)
    }
    const stream = renderToPipeableStream(
      <NonceProvider value={loadContext.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
      </NonceProvider>,
      {
        nonce: loadContext.nonce,
        [whole ? "onAllReady" : "onShellReady"]: respond,
        onShellError: reject,
        onError(error) {
          finalStatus = finalStatus < 400 ? 500 : finalStatus
          logError(error, request, loadContext)
        },
      },
    )
    setTimeout(() => stream.abort(), streamTimeout + 1_000).unref()
  })
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  privateByDefault(response.headers)
  return response
}

/** Forgetting a header must never put one visitor's page into a cache. */
function privateByDefault(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", PRIVATE_CACHE)
}

export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return
  if (error instanceof BackendError && error.isOutage) context.outage = true
  logError(error, request, context)
}

/** The query is left out: it may hold what a visitor typed. */
function logError(error: unknown, request: Request, context: AppLoadContext): void {
  log("error", {
    request_id: context.requestId,
    method: request.method,
    path: new URL(request.url).pathname,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}
