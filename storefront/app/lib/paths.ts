/** Every address of the storefront is built here; `routes.ts` is where it leads. */
import { catalogParams, type CatalogQuery } from "@ocop/backend/contracts/catalog-query"

const withQuery = (path: string, params: URLSearchParams): string => {
  // Commas stay readable in "sao=3,4": they need no escaping in a query.
  const query = params.toString().replaceAll("%2C", ",")
  return query ? `${path}?${query}` : path
}

export const paths = {
  home: () => "/",
  catalog: (query: Partial<CatalogQuery> = {}) =>
    withQuery("/san-pham", catalogParams(query)),
  product: (handle: string) => `/san-pham/${handle}`,
  producers: () => "/chu-the",
  producer: (handle: string) => `/chu-the/${handle}`,
  places: () => "/dia-phuong",
  place: (slug: string) => `/dia-phuong/${slug}`,
  showrooms: () => "/diem-ban",
  showroom: (handle: string) => `/diem-ban/${handle}`,
  certificateCheck: () => "/xac-thuc",
  certificate: (number: string) => `/xac-thuc/${encodeURIComponent(number)}`,
  figures: () => "/so-lieu",
  policy: (slug: string) => `/chinh-sach/${slug}`,
  cart: () => "/gio-hang",
  cartCount: () => "/gio-hang/so-luong",
  checkout: () => "/thanh-toan",
  checkoutCommunes: () => "/thanh-toan/xa-phuong",
  orderPlaced: () => "/don-hang/da-dat",
  orderLookup: () => "/don-hang/tra-cuu",
} as const
