/** The two files that every page's first screen needs; the rest follows from the stylesheet. */
import latin from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url"
import vietnamese from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url"
import { type LinkDescriptor } from "@remix-run/node"

export const fontPreloads: LinkDescriptor[] = [latin, vietnamese].map((href) => ({
  rel: "preload",
  as: "font",
  type: "font/woff2",
  crossOrigin: "anonymous",
  href,
}))
