/** /healthz: the process lives. /readyz: it can show the shop (backend, search, a filled index). */
import { Router } from "express"
import { type ShopEntry } from "./remix-build"

const KEPT_MS = 1_000

export function health(entry: () => Promise<ShopEntry>): Router {
  const router = Router()
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" })
  })

  let last: { at: number; answer: ReturnType<ShopEntry["readiness"]> } | undefined
  router.get("/readyz", (_request, response, next) => {
    if (last === undefined || Date.now() - last.at > KEPT_MS)
      last = { at: Date.now(), answer: entry().then((module) => module.readiness()) }
    last.answer
      .then(({ ready, checks }) => {
        response
          .status(ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({ status: ready ? "ready" : "unavailable", checks })
      })
      .catch(next)
  })
  return router
}
