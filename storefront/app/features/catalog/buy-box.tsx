import { Link, useSearchParams } from "@remix-run/react"
import { Notice } from "#app/components/ui/notice"
import { Price } from "#app/components/ui/price"
import { StockLabel } from "#app/components/ui/stock-label"
import { AddToCartForm } from "#app/features/cart/add-to-cart-form"
import { paths } from "#app/lib/paths"
import { type ProductPage } from "./product.server"

/** Price, packs and the way to buy: online, or why only at the counter. */
export function BuyBox({ product }: { product: ProductPage }) {
  const [params] = useSearchParams()
  const availability = overall(product)
  return (
    <section
      aria-label="Mua sản phẩm"
      className="grid gap-4 border-y border-sand-deep py-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>
          <Price
            amount={product.price}
            max={product.priceMax}
            className="text-3xl text-lacquer-deep"
          />{" "}
          <span className="text-sm text-ink-soft">đã gồm thuế GTGT</span>
        </p>
        {availability === "out" ? null : <StockLabel availability={availability} />}
      </div>
      {product.soldOnline ? (
        <AddToCartForm
          title={product.title}
          variants={product.variants}
          chosenVariantId={params.get("goi")}
        />
      ) : (
        <Notice title="Chỉ bán tại điểm OCOP">
          {product.counterOnlyReason ?? "Sản phẩm này không bán qua mạng."}{" "}
          <Link to={paths.showrooms()} className="link">
            Xem các điểm OCOP
          </Link>
        </Notice>
      )}
    </section>
  )
}

/** The best of the packs: the form says it for each one. */
function overall({ variants }: ProductPage) {
  const states = new Set(variants.map(({ availability }) => availability))
  return states.has("in") ? "in" : states.has("low") ? "low" : "out"
}
