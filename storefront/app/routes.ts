/** The table of addresses: Vietnamese paths on screen, English file names in code. */
import { index, prefix, route, type RouteConfig } from "@remix-run/route-config"

export default [
  index("routes/home.tsx"),
  route("san-pham", "routes/catalog/list.tsx"),
  route("san-pham/:handle", "routes/catalog/product.tsx"),
  route("chu-the", "routes/producers/list.tsx"),
  route("chu-the/:handle", "routes/producers/producer.tsx"),
  route("dia-phuong", "routes/places/list.tsx"),
  route("dia-phuong/:slug", "routes/places/place.tsx"),
  route("diem-ban", "routes/showrooms/list.tsx"),
  route("diem-ban/:handle", "routes/showrooms/showroom.tsx"),
  route("xac-thuc", "routes/certificates/check.tsx"),
  route("xac-thuc/:certificate", "routes/certificates/certificate.tsx"),
  route("so-lieu", "routes/figures.tsx"),
  route("chinh-sach/:slug", "routes/policy.tsx"),

  route("gio-hang", "routes/cart/cart.tsx"),
  route("gio-hang/so-luong", "routes/cart/count.ts"),
  route("thanh-toan", "routes/checkout/checkout.tsx"),
  route("thanh-toan/xa-phuong", "routes/checkout/communes.ts"),
  route("don-hang/da-dat", "routes/orders/placed.tsx"),
  route("don-hang/tra-cuu", "routes/orders/lookup.tsx"),

  ...prefix("api", [
    route("search", "routes/api/search.ts"),
    route("suggest", "routes/api/suggest.ts"),
  ]),
  route("sitemap.xml", "routes/seo/sitemap.ts"),
  route("robots.txt", "routes/seo/robots.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig
