import { Await, Form, useFetchers } from "@remix-run/react"
import { Suspense, useEffect } from "react"
import { Button, ButtonLink } from "#app/components/ui/button"
import { EmptyState } from "#app/components/ui/empty-state"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { ProductCard } from "../catalog/product-card"
import { type ProductCardView } from "../catalog/product-card-view"
import { AddProblem } from "./add-problem"
import { setCartCount } from "./cart-count"
import { CartLineItem } from "./cart-line"
import { type CartProblem } from "./cart-problem"
import { withPending, type CartView, type PendingChange } from "./cart-view"

export type CartPageProps = {
  cart: CartView
  suggestions: Promise<ProductCardView[]>
  /** What the last form without JavaScript was refused for. */
  problem: CartProblem | null
}

export function CartPage({ cart: confirmed, suggestions, problem }: CartPageProps) {
  const cart = withPending(confirmed, usePendingChanges())
  useEffect(() => setCartCount(cart.count), [cart.count])
  const elsewhere =
    problem !== null && !cart.lines.some((line) => line.id === problem.lineId)

  return (
    <div className="page-width grid gap-8 py-8">
      <h1 className="title-1">Giỏ hàng</h1>
      {problem !== null && elsewhere ? <AddProblem problem={problem} /> : null}
      {cart.lines.length === 0 ? (
        <EmptyState title="Giỏ hàng đang trống">
          <p>
            Chọn sản phẩm OCOP bạn thích, chúng tôi giao tận nơi và thu tiền khi nhận.
          </p>
          <ButtonLink to={paths.catalog()}>Xem sản phẩm</ButtonLink>
        </EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
          <section aria-label="Sản phẩm trong giỏ" className="grid gap-4">
            <ul className="grid gap-4">
              {cart.lines.map((line) => (
                <CartLineItem
                  key={line.id}
                  line={line}
                  problem={problem?.lineId === line.id ? problem : null}
                />
              ))}
            </ul>
            <Form method="post" className="justify-self-end">
              <input type="hidden" name="intent" value="clear" />
              <Button variant="quiet">Xóa hết giỏ hàng</Button>
            </Form>
          </section>
          <CartSummary cart={cart} />
        </div>
      )}
      <Suggestions suggestions={suggestions} />
    </div>
  )
}

function CartSummary({ cart }: { cart: CartView }) {
  return (
    <section
      aria-labelledby="tong-cong"
      className="grid gap-4 rounded-card border border-sand-deep bg-surface p-5 lg:sticky lg:top-4"
    >
      <h2 id="tong-cong" className="title-2">
        Tạm tính
      </h2>
      <dl className="grid gap-2" aria-live="polite">
        <div className="flex justify-between gap-4">
          <dt>{cart.count} sản phẩm</dt>
          <dd>
            <Price amount={cart.itemTotal} />
          </dd>
        </div>
        {cart.discountTotal > 0 ? (
          <div className="flex justify-between gap-4">
            <dt>Giảm giá đã tính</dt>
            <dd>
              <Price amount={cart.discountTotal} />
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="text-sm text-ink-soft">
        Giá đã gồm thuế giá trị gia tăng. Phí giao hàng hiện ở bước thanh toán.
      </p>
      <ButtonLink to={paths.checkout()} size="lg" block>
        Thanh toán
      </ButtonLink>
      <ButtonLink to={paths.catalog()} variant="quiet" block>
        Tiếp tục mua hàng
      </ButtonLink>
    </section>
  )
}

function Suggestions({ suggestions }: { suggestions: Promise<ProductCardView[]> }) {
  return (
    <Suspense fallback={<SuggestionsSkeleton />}>
      <Await resolve={suggestions} errorElement={null}>
        {(products) =>
          products.length === 0 ? null : (
            <section aria-labelledby="goi-y" className="grid gap-4">
              <h2 id="goi-y" className="title-2">
                Có thể bạn cũng thích
              </h2>
              <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
                {products.map((product) => (
                  <li key={product.handle}>
                    <ProductCard product={product} />
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </Await>
    </Suspense>
  )
}

/** Keeps the place, so that nothing jumps when the products arrive. */
function SuggestionsSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <div className="h-8 w-56 rounded bg-sand" />
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {[0, 1, 2, 3].map((index) => (
          <div key={index} className="aspect-3/4 rounded-card bg-sand" />
        ))}
      </div>
    </div>
  )
}

/** What the forms of this page have sent and the server has not answered. */
function usePendingChanges(): PendingChange[] {
  return useFetchers().flatMap(({ formAction, formData, state }) => {
    if (state === "idle" || formAction !== paths.cart() || !formData) return []
    const lineId = formData.get("line_id")
    if (typeof lineId !== "string") return []
    if (formData.get("intent") === "remove") return [{ lineId, quantity: 0 }]
    const quantity = Number(formData.get("quantity")) + Number(formData.get("step") ?? 0)
    return Number.isInteger(quantity) && quantity > 0 ? [{ lineId, quantity }] : []
  })
}
