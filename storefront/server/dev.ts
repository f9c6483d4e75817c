/** Development: Vite compiles on demand and replaces modules in the open page. */
import { Router } from "express"
import { createServer } from "vite"
import { readEnv } from "../app/lib/env.server"
import { createApp } from "./app"
import { createShopServer, listen } from "./listen"
import { isServerBuild } from "./remix-build"
import { searchLog } from "./search-log"

process.env.NODE_ENV = "development"

const env = readEnv(process.env)
const server = createShopServer()
const vite = await createServer({
  server: { middlewareMode: true, hmr: { server } },
  appType: "custom",
})
const files = Router().use(vite.middlewares)
const searches = searchLog(env)
const app = createApp({
  env,
  searches,
  build: {
    current: async () => {
      const module = await vite.ssrLoadModule("virtual:remix/server-build")
      if (!isServerBuild(module)) throw new Error("Vite gave no Remix build.")
      return module
    },
  },
  files,
})
server.on("request", app)
listen(server, env.PORT, searches.end)
