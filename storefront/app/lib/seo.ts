/** Titles, descriptions, canonical addresses: the same shape on every page. */
import { type MetaDescriptor } from "@remix-run/node"

export const SITE_NAME = "OCOP Quảng Nam"

export type PageMeta = {
  /** Without the name of the site. */
  title: string
  description?: string
  /** Root-relative canonical address, out of `paths`. Private pages have none. */
  path?: string
  /** Root-relative picture for shared links. */
  image?: string
  noindex?: boolean
}

type Match = { id: string; data: unknown }

/** The shop's public origin, from the root loader; "" where the root has no data. */
export function originOf(matches: readonly Match[]): string {
  const data = matches.find((match) => match.id === "root")?.data
  return typeof data === "object" &&
    data !== null &&
    "origin" in data &&
    typeof data.origin === "string"
    ? data.origin
    : ""
}

/** `export const meta = ({ data, matches }) => pageMeta(matches, { title, … })` */
export function pageMeta(matches: readonly Match[], page: PageMeta): MetaDescriptor[] {
  const origin = originOf(matches)
  const title = `${page.title} – ${SITE_NAME}`
  const url = page.path === undefined ? undefined : `${origin}${page.path}`
  const tags: (MetaDescriptor | false | undefined)[] = [
    { title },
    { property: "og:title", content: title },
    { property: "og:site_name", content: SITE_NAME },
    { property: "og:locale", content: "vi_VN" },
    page.description !== undefined && { name: "description", content: page.description },
    page.description !== undefined && {
      property: "og:description",
      content: page.description,
    },
    url !== undefined && { tagName: "link", rel: "canonical", href: url },
    url !== undefined && { property: "og:url", content: url },
    page.image !== undefined && {
      property: "og:image",
      content: `${origin}${page.image}`,
    },
    page.noindex && { name: "robots", content: "noindex" },
  ]
  return tags.filter((tag) => typeof tag === "object")
}
