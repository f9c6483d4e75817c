/** The sitemap protocol's XML (sitemaps.org), at most 50 000 addresses in one file. */
const MAX_ADDRESSES = 50_000
const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/** @param origin "https://ocop.example.vn" @param addresses root-relative paths */
export function sitemapXml(origin: string, addresses: readonly string[]): string {
  const entries = addresses
    .slice(0, MAX_ADDRESSES)
    .map((address) => {
      const url = `${origin}${address}`.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "")
      return `<url><loc>${url}</loc></url>`
    })
    .join("\n")
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}
</urlset>
`
}
