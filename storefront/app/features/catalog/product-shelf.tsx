import { ButtonLink } from "#app/components/ui/button"
import { type ProductCardView } from "./product-card-view"
import { ProductGrid } from "./product-grid"

/** The first page of a list that lives elsewhere, with the way to the rest of it. */
export function ProductShelf({
  products,
  total,
  all,
}: {
  products: readonly ProductCardView[]
  total: number
  /** Address of the whole list. */
  all: string
}) {
  if (products.length === 0)
    return (
      <p className="text-ink-soft">Hiện chưa có sản phẩm nào được giới thiệu ở đây.</p>
    )
  return (
    <>
      <ProductGrid products={products} />
      {total > products.length ? (
        <p className="mt-6 text-center">
          <ButtonLink to={all} variant="secondary">
            Xem cả {total} sản phẩm
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
