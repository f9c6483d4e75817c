/** The view model of the product page, made from the search projection alone. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument, starsOn } from "@ocop/backend/contracts/catalog"
import { productStatusResponse } from "@ocop/backend/contracts/figures"
import { isCurrent } from "@ocop/backend/contracts/recognition"
import { listShowrooms } from "#app/features/showroom/showroom.server"
import { backendGet } from "#app/lib/backend.server"
import { gone, notFound } from "#app/lib/http.server"
import { getProduct, searchCatalog } from "./catalog.server"
import { productCardView } from "./product-card-view"
import { catalogQuery } from "./query"

const RELATED = 4

/** @throws the page 404 for an unknown handle, 410 for a product that was withdrawn. */
export async function productPage(handle: string) {
  const product = await getProduct(handle)
  if (product?.status !== "published" || !product.detail) throw await missing(handle)
  const today = dayInVietnam()
  const { detail } = product
  const [related, showrooms] = await Promise.all([
    relatedProducts(product),
    listShowrooms().catch(() => []),
  ])
  const certificate =
    detail.certificate && isCurrent(detail.certificate.status)
      ? // The index may be older than the day: what has run out since is no longer in force.
        detail.certificate.expires_on > today
        ? detail.certificate
        : { ...detail.certificate, status: "expired" as const }
      : detail.certificate
  return {
    handle: product.handle,
    title: product.title,
    subtitle: product.subtitle,
    group: product.group,
    stars: starsOn(product, today),
    price: product.price,
    priceMax: product.price_max,
    inStock: product.in_stock,
    soldOnline: product.sold_online,
    producer: {
      name: product.producer,
      handle: product.producer_handle,
      entityType: product.entity_type,
      story: detail.producer_story,
    },
    district:
      product.district && product.district_slug
        ? { name: product.district, slug: product.district_slug }
        : null,
    originAsCertified: detail.origin_as_certified,
    originToday: detail.origin_today,
    description: detail.description,
    facts: detail.facts,
    variants: detail.variants,
    pictures: detail.pictures.length > 0 ? detail.pictures : thumbnailOf(product),
    certificate,
    history: detail.history,
    counterOnlyReason: detail.counter_only_reason,
    points: showrooms
      .filter((showroom) => product.points.includes(showroom.handle))
      .map(({ handle, name, address }) => ({ handle, name, address })),
    related: related.map((other) => productCardView(other, today)),
    sample: product.sample,
  }
}
export type ProductPage = Awaited<ReturnType<typeof productPage>>

const thumbnailOf = (product: CatalogDocument) =>
  product.thumbnail ? [product.thumbnail] : []

/** Of the same group, first from the same district; never the product itself. */
async function relatedProducts(product: CatalogDocument): Promise<CatalogDocument[]> {
  const query = catalogQuery({ group: product.group, inStock: true })
  const near = product.district_slug === null ? [] : [product.district_slug]
  const [sameDistrict, sameGroup] = await Promise.all([
    near.length > 0 ? searchCatalog({ ...query, districts: near }) : null,
    searchCatalog(query),
  ])
  const all = [...(sameDistrict?.products ?? []), ...sameGroup.products]
  const others = new Map(all.map((other) => [other.handle, other]))
  others.delete(product.handle)
  return [...others.values()].slice(0, RELATED)
}

async function missing(handle: string) {
  const path = `/store/product-status/${encodeURIComponent(handle)}`
  const { status } = await backendGet(path, productStatusResponse)
  return status === "gone" ? gone() : notFound(NO_PRODUCT)
}
const NO_PRODUCT = {
  title: "Không tìm thấy sản phẩm",
  message:
    "Không có sản phẩm nào ở địa chỉ này. Có thể tên đã đổi; hãy thử tìm theo tên hoặc theo nơi sản xuất.",
}
