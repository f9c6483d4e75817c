import { vitePlugin as remix } from "@remix-run/dev"
import { fileURLToPath } from "node:url"
import { defineConfig, type Plugin } from "vite"

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true
  }
}

/** 18 kB less on every page: the browser builds no schemas (see the file it gets instead). */
const noZodInBrowser: Plugin = {
  name: "no-zod-in-browser",
  enforce: "pre",
  resolveId(id, _importer, { ssr }) {
    if (id === "zod" && !ssr)
      return fileURLToPath(new URL("./app/lib/zod-in-browser.ts", import.meta.url))
  },
}

const SHARED =
  /\/storefront\/app\/(components|lib|features\/search-box|features\/\w+\/(short-origin|[\w-]+-(card|grid|shelf)))|\/backend\/src\/contracts\//
const sharedChunk = (id: string) => (SHARED.test(id) ? "shared" : undefined)

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    noZodInBrowser,
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: {
    // Fonts and drawings stay files: the content security policy allows no data: URL for them.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // What pages share travels as one file: on a slow line twenty small ones cost more in
        // round trips than a few unused kilobytes do.
        manualChunks: isSsrBuild ? undefined : sharedChunk,
      },
    },
  },
  // The contracts are TypeScript sources.
  ssr: { noExternal: ["@ocop/backend"] },
}))
