/** Production: `node build/server.js`, beside the build it serves. */
import { fileURLToPath } from "node:url"
import { readEnv } from "../app/lib/env.server"
import { createApp } from "./app"
import { createShopServer, listen } from "./listen"
import { isServerBuild } from "./remix-build"
import { searchLog } from "./search-log"
import { builtFiles } from "./static-files"

// React decides by it which build of itself it loads.
process.env.NODE_ENV ??= "production"

try {
  const env = readEnv(process.env)
  const here = (path: string) => new URL(path, import.meta.url)
  const build: object = await import(here("server/index.js").href)
  if (!isServerBuild(build)) throw new Error("build/server holds no Remix build.")
  const searches = searchLog(env)
  const app = createApp({
    env,
    searches,
    build: { kept: build },
    files: builtFiles(fileURLToPath(here("client"))),
  })
  listen(createShopServer(app), env.PORT, searches.end)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
