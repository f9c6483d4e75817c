/** What a label says about a product. Everything but the name of the producer is a sample. */
import { baskets, kindOf, lookUp, products } from "./data"
import { type SeedProduct } from "./schema"

const SAMPLE_NOTE =
  "Giá, quy cách, thành phần và hạn dùng là số liệu mẫu; hãy đọc nhãn trên bao bì."

type Fact = { label: string; value: string }

const byHandle = new Map(products.map((product) => [product.handle, product]))

/** "1 × Bánh đậu xanh (Hộp 300 g); …"; no line for what is not a basket. */
function contentsOf({ handle }: SeedProduct): Fact[] {
  const basket = baskets.find((each) => each.handle === handle)
  if (!basket) return []
  const parts = basket.contents.map(({ product, variant, quantity }) => {
    const { title, variants } = lookUp(byHandle, product, "product")
    return `${quantity} × ${title} (${variants[variant]?.title ?? ""})`
  })
  return [{ label: "Trong giỏ", value: parts.join("; ") }]
}

export function factsOf(product: SeedProduct): Fact[] {
  const { made_of, shelf_life, storage } = kindOf(product)
  return [
    { label: "Quy cách", value: product.variants.map(({ title }) => title).join("; ") },
    ...contentsOf(product),
    { label: "Thành phần chung", value: made_of },
    { label: "Hạn sử dụng", value: shelf_life },
    { label: "Bảo quản", value: storage },
    { label: "Ghi chú", value: SAMPLE_NOTE },
  ]
}
