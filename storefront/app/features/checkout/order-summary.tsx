import { Link } from "@remix-run/react"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { type CartView } from "../cart/cart-view"
import { type ShippingChoice } from "./shipping.server"

type Props = { cart: CartView; shipping: ShippingChoice | undefined }

/** What is about to be ordered, with the total to pay on delivery. */
export function OrderSummary({ cart, shipping }: Props) {
  return (
    <section
      aria-labelledby="don-hang"
      className="grid gap-4 rounded-card border border-sand-deep bg-surface p-5"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="don-hang" className="title-2">
          Đơn hàng
        </h2>
        <Link className="link" to={paths.cart()}>
          Sửa giỏ hàng
        </Link>
      </div>
      <ul className="grid gap-2 border-b border-sand pb-4">
        {cart.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4">
            <span>
              {line.title}
              <span className="text-ink-soft">
                {line.variant === null ? "" : `, ${line.variant}`} × {line.quantity}
              </span>
            </span>
            <Price amount={line.total} className="font-normal" />
          </li>
        ))}
      </ul>
      <dl className="grid gap-2" aria-live="polite">
        <div className="flex justify-between gap-4">
          <dt>Tiền hàng</dt>
          <dd>
            <Price amount={cart.itemTotal} />
          </dd>
        </div>
        {shipping === undefined ? null : (
          <>
            <div className="flex justify-between gap-4">
              <dt>Phí giao hàng</dt>
              <dd>
                <Price amount={shipping.amount} />
              </dd>
            </div>
            <div className="flex justify-between gap-4 text-lg">
              <dt className="font-semibold">Tổng phải trả</dt>
              <dd>
                <Price amount={cart.itemTotal + shipping.amount} />
              </dd>
            </div>
          </>
        )}
      </dl>
      <p className="text-sm text-ink-soft">Giá đã gồm thuế giá trị gia tăng.</p>
    </section>
  )
}
