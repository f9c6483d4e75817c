/** What a label says about a product. Everything but the name of the producer is a sample. */
import { kindOf } from "./data"
import { type SeedProduct } from "./schema"

const SAMPLE_NOTE =
  "Giá, quy cách, thành phần và hạn dùng là số liệu mẫu; hãy đọc nhãn trên bao bì."

export function factsOf(product: SeedProduct): { label: string; value: string }[] {
  const { made_of, shelf_life, storage } = kindOf(product)
  return [
    { label: "Quy cách", value: product.variants.map(({ title }) => title).join("; ") },
    { label: "Thành phần chung", value: made_of },
    { label: "Hạn sử dụng", value: shelf_life },
    { label: "Bảo quản", value: storage },
    { label: "Ghi chú", value: SAMPLE_NOTE },
  ]
}
