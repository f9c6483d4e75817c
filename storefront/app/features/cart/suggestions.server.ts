/** Products that go with what is in the cart: the same group, sold online, not yet chosen. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { listByHandles, searchCatalog } from "../catalog/catalog.server"
import { productCardView, type ProductCardView } from "../catalog/product-card-view"
import { type CartView } from "./cart-view"

const SUGGESTIONS = 4

/** Never fails: without suggestions the cart is complete all the same. */
export async function suggestionsFor(cart: CartView): Promise<ProductCardView[]> {
  try {
    const inCart = new Set(cart.lines.flatMap((line) => line.handle ?? []))
    const [first] = await listByHandles([...inCart].slice(0, 1))
    const query = parseCatalogQuery(new URLSearchParams({ "con-hang": "1" }))
    const page = await searchCatalog({
      ...query,
      group: first?.group ?? null,
      sort: "sao",
    })
    const today = dayInVietnam()
    return page.products
      .filter((product) => product.sold_online && !inCart.has(product.handle))
      .slice(0, SUGGESTIONS)
      .map((product) => productCardView(product, today))
  } catch {
    return []
  }
}
