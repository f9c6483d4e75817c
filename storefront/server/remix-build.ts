/** The Remix build, as far as the server uses it besides rendering. */
import { type ServerBuild } from "@remix-run/node"
import type * as AppEntry from "../app/entry.server"

export type ShopEntry = Pick<typeof AppEntry, "catalogVersion" | "readiness">

const hasFunctions = (module: object): module is ShopEntry =>
  "catalogVersion" in module &&
  typeof module.catalogVersion === "function" &&
  "readiness" in module &&
  typeof module.readiness === "function"

/** What entry.server.tsx exports for the server: it lives in the same module graph as the routes. */
export function shopEntry(build: ServerBuild): ShopEntry {
  const module: object = build.entry.module
  if (hasFunctions(module)) return module
  throw new Error("entry.server.tsx does not export what the server needs.")
}

export const isServerBuild = (module: object): module is ServerBuild =>
  "entry" in module && "routes" in module && "assets" in module
