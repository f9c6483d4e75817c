/**
 * Builds the storefront: Remix (browser and server), the Express server as one file beside it,
 * and every text file of the browser build compressed once, so that no request pays for it.
 */
import { execFileSync } from "node:child_process"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, extname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { build } from "vite"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const COMPRESSED = new Set([".js", ".css", ".svg", ".json", ".txt", ".webmanifest"])
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

function buildRemix(): void {
  const remix = createRequire(import.meta.url).resolve("@remix-run/dev/dist/cli.js")
  execFileSync(process.execPath, [remix, "vite:build"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  })
}

const buildServer = () =>
  build({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: ["@ocop/backend"] },
    build: {
      ssr: "server/main.ts",
      outDir: "build",
      emptyOutDir: false,
      copyPublicDir: false,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "server.js" } },
    },
  })

async function compress(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries) {
    if (!entry.isFile() || !COMPRESSED.has(extname(entry.name))) continue
    const file = join(entry.parentPath, entry.name)
    const content = await readFile(file)
    await writeFile(
      `${file}.br`,
      await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
    await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
  }
}

buildRemix()
await buildServer()
await compress(join(root, "build", "client", "assets"))
