import { ProductCard } from "./product-card"
import { type ProductCardView } from "./product-card-view"

/** Two columns on a phone, four on a desk. `columns` 3 leaves room for a sidebar. */
export function ProductGrid({
  products,
  columns = 4,
  level = 3,
  eager = 0,
}: {
  products: readonly ProductCardView[]
  columns?: 3 | 4
  level?: 2 | 3
  /** How many pictures are on the first screen and must not wait. */
  eager?: number
}) {
  return (
    <ul
      className={`grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 ${
        columns === 4 ? "lg:grid-cols-4" : "xl:grid-cols-4"
      }`}
    >
      {products.map((product, index) => (
        <li key={product.handle}>
          <ProductCard product={product} level={level} priority={index < eager} />
        </li>
      ))}
    </ul>
  )
}
