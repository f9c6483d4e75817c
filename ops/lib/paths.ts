/** Where things lie in the checkout. */
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

export const ROOT = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.url))),
)
export const BACKEND_DIR = path.join(ROOT, "backend")
export const BACKEND_BUILD = path.join(BACKEND_DIR, ".medusa", "server")
export const STOREFRONT_DIR = path.join(ROOT, "storefront")
export const STOREFRONT_SERVER = path.join(STOREFRONT_DIR, "build", "server.js")

const require = createRequire(import.meta.url)

/** The folder of an installed package, or null (an optional dependency of another platform). */
export function packageDir(name: string): string | null {
  for (const base of require.resolve.paths(name) ?? []) {
    const dir = path.join(base, name)
    if (existsSync(path.join(dir, "package.json"))) return dir
  }
  return null
}

/** What `node --import` needs to run TypeScript; an address, because the path may hold spaces. */
export function tsxLoader(): string {
  return pathToFileURL(path.join(ROOT, "node_modules", "tsx", "dist", "loader.mjs")).href
}
