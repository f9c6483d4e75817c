/** The order in which a request meets the storefront's parts. */
import {
  createRequestHandler as createRemixHandler,
  type ServerBuild,
} from "@remix-run/node"
import express, { type ErrorRequestHandler, type Express, type Router } from "express"
import { type Env } from "../app/lib/env.server"
import { log } from "../app/lib/log.server"
import { accessLog } from "./access-log"
import { health } from "./health"
import {
  allowMethods,
  ignoreRemixParameter,
  limitBody,
  redirectToCanonicalPath,
} from "./limits"
import { checkOrigin } from "./origin"
import { PageCache } from "./page-cache"
import { privatePages } from "./private-pages"
import { publicPages } from "./public-pages"
import { refuse } from "./refusal"
import { shopEntry } from "./remix-build"
import { type SearchLog } from "./search-log"
import { securityHeaders } from "./security-headers"
import { media } from "./static-files"

export type AppOptions = {
  env: Env
  /** In development the build changes with every edit, and no page is kept. */
  build: { kept: ServerBuild } | { current: () => Promise<ServerBuild> }
  /** Scripts, styles and fonts: the browser build, or Vite. */
  files: Router
  searches: SearchLog
}

export function createApp({ env, build, files, searches }: AppOptions): Express {
  const app = express()
  app.disable("x-powered-by")
  app.disable("etag")
  app.set("trust proxy", env.TRUST_PROXY)
  const https = env.STORE_URL.startsWith("https:")
  const current = "kept" in build ? async () => build.kept : build.current

  app.use(accessLog((line) => process.stdout.write(`${line}\n`)))
  app.use(health(async () => shopEntry(await current())))
  app.use(...securityHeaders(https))
  app.use(
    allowMethods,
    checkOrigin(env.STORE_URL),
    limitBody,
    redirectToCanonicalPath,
    ignoreRemixParameter,
  )
  app.use("/media", media(env.MEDIA_DIR))
  app.use(files)
  if ("kept" in build)
    app.use(
      publicPages({
        remix: createRemixHandler(build.kept, "production"),
        cache: new PageCache({
          enabled: env.PAGE_CACHE === "on",
          version: shopEntry(build.kept).catalogVersion,
          maxBytes: 64 * 1024 * 1024,
          freshMs: 60_000,
          staleMs: 30_000,
          missingMs: 5_000,
        }),
        storeUrl: env.STORE_URL,
        shown: searches.shown,
      }),
    )
  app.use(
    ...privatePages({
      build: "kept" in build ? build.kept : build.current,
      development: env.NODE_ENV === "development",
      https,
    }),
  )
  app.use(onError)
  return app
}

/** The last resort: Remix itself failed, or a file was not found. */
const onError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error)
  const status =
    typeof error === "object" && error !== null && "status" in error
      ? Number(error.status)
      : 500
  if (status >= 500)
    log("error", {
      request_id: response.locals.requestId,
      path: request.path,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  refuse(request, response, status >= 400 && status < 600 ? status : 500, "unexpected")
}
