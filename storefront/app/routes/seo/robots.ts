import { env } from "#app/lib/env.server"
import { paths } from "#app/lib/paths"

/** What concerns one visitor, or repeats the list in another order, is not for robots. */
export function loader() {
  const lines = [
    "User-agent: *",
    `Disallow: ${paths.cart()}`,
    `Disallow: ${paths.checkout()}`,
    `Disallow: ${paths.orderPlaced()}`,
    "Disallow: /api/",
    "Disallow: /*?*sap-xep=",
    "Allow: /",
    "",
    `Sitemap: ${env().STORE_URL}/sitemap.xml`,
    "",
  ]
  return new Response(lines.join("\n"), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  })
}
