/** The browser build, precompressed by scripts/build.ts, and pictures from MEDIA_DIR. */
import { extname } from "node:path"
import express, { type Router } from "express"
import expressStaticGzip from "express-static-gzip"

const IMMUTABLE = { immutable: true, maxAge: "1y" } as const
const PICTURES = new Set([".avif", ".webp", ".jpg", ".jpeg", ".png"])

/** @param clientDir `build/client`: all that browsers load, in assets/ with hashed names. */
export function builtFiles(clientDir: string): Router {
  const router = express.Router()
  router.use(
    "/assets",
    expressStaticGzip(`${clientDir}/assets`, {
      enableBrotli: true,
      orderPreference: ["br", "gzip"],
      index: false,
      serveStatic: { ...IMMUTABLE, fallthrough: false },
    }),
  )
  router.use(express.static(clientDir, { index: false, maxAge: "1h" }))
  return router
}

/** File names carry a hash of the content, so they never change. */
export function media(dir: string): Router {
  const router = express.Router()
  router.use((request, response, next) => {
    if (PICTURES.has(extname(request.path).toLowerCase())) return next()
    response.sendStatus(404)
  })
  router.use(
    express.static(dir, {
      ...IMMUTABLE,
      index: false,
      dotfiles: "ignore",
      fallthrough: false,
      setHeaders(response) {
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Security-Policy", "default-src 'none'")
      },
    }),
  )
  return router
}
