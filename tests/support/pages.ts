/** One address of every kind of page, found by following links as a visitor would. */
import { z } from "zod"
import { Visitor } from "./visitor"

export type Sample = { name: string; path: string; status: number }

/** `find` looks the address up once; the shop must be running by then. */
export type PageKind = { name: string; find: () => Promise<string> }

const visitor = new Visitor()

/** The first link of a page that leads below the prefix ("/chu-the/"). */
export async function linkUnder(from: string, prefix: string): Promise<string> {
  const { $ } = await visitor.get(from)
  const href = $(`a[href^="${prefix}"]`).first().attr("href")
  if (href === undefined) throw new Error(`${from} has no link to ${prefix}…`)
  return href.split(/[?#]/)[0] ?? href
}

const at = (name: string, path: string): PageKind => ({
  name,
  find: () => Promise.resolve(path),
})
const linked = (name: string, from: string, prefix: string): PageKind => {
  let found: Promise<string> | undefined
  return { name, find: () => (found ??= linkUnder(from, prefix)) }
}

const product = linked("product", "/san-pham?con-hang=1", "/san-pham/")

const found = z.object({
  total: z.number(),
  pageSize: z.number(),
  hits: z.array(z.object({ handle: z.string(), stars: z.number() })),
})
const byStars = async (page: number) =>
  found.parse(
    JSON.parse((await visitor.get(`/api/search?sap-xep=sao&trang=${page}`)).body),
  )

/** A product that is sold without a star: its certificate has run out. */
async function findExpired(): Promise<string> {
  const { total, pageSize } = await byStars(1)
  const { hits } = await byStars(Math.ceil(total / pageSize))
  for (const { handle, stars } of hits) {
    if (stars !== 0) continue
    const path = `/san-pham/${handle}`
    const { $ } = await visitor.get(path)
    if (/đã hết hạn/.test($("main").text())) return path
  }
  throw new Error("no product with an expired certificate is on sale")
}

/** Pages that are the same for everyone. */
export const PUBLIC_PAGES: readonly PageKind[] = [
  at("home", "/"),
  at("product list", "/san-pham"),
  at("filtered list", "/san-pham?nhom=thuc-pham&sao=4"),
  at("empty list", "/san-pham?q=xyzzyplughqwertz"),
  product,
  { name: "product with an expired certificate", find: findExpired },
  at("producers", "/chu-the"),
  linked("producer", "/chu-the", "/chu-the/"),
  at("places", "/dia-phuong"),
  linked("place", "/dia-phuong", "/dia-phuong/"),
  at("OCOP points", "/diem-ban"),
  linked("OCOP point", "/diem-ban", "/diem-ban/"),
  at("certificate check", "/xac-thuc"),
  {
    name: "certificate",
    find: async () => linkUnder(await product.find(), "/xac-thuc/"),
  },
  at("figures", "/so-lieu"),
  linked("policy", "/", "/chinh-sach/"),
]

export const publicPages = (): Promise<Sample[]> =>
  Promise.all(
    PUBLIC_PAGES.map(async ({ name, find }) => ({
      name,
      path: await find(),
      status: 200,
    })),
  )

/** Pages that show what belongs to one visitor; both open without a cart, too. */
export const privatePages: readonly Sample[] = [
  { name: "cart", path: "/gio-hang", status: 200 },
  { name: "order look-up", path: "/don-hang/tra-cuu", status: 200 },
]

const missing = (name: string, path: string): Sample => ({ name, path, status: 404 })

/** Addresses that lead nowhere. */
export const missingPages: readonly Sample[] = [
  missing("unknown product", "/san-pham/khong-co-san-pham-nay"),
  missing("unknown producer", "/chu-the/khong-co-chu-the-nay"),
  missing("unknown place", "/dia-phuong/khong-co-noi-nay"),
  missing("unknown OCOP point", "/diem-ban/khong-co-diem-nay"),
  missing("unknown certificate", "/xac-thuc/DEMO-KHONG-CO"),
  missing("unknown policy", "/chinh-sach/khong-co"),
  missing("unknown address", "/khong-co-trang-nay"),
  missing("hostile handle", "/san-pham/%27%20OR%201%3D1"),
  missing("handle with a line break", "/san-pham/a%0d%0aSet-Cookie:x"),
]
