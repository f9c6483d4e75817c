import { Link } from "@remix-run/react"
import { type Parcel, type Shortage } from "@ocop/backend/contracts/parcel"
import { Button } from "#app/components/ui/button"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { type CartView } from "../cart/cart-view"
import { ParcelList } from "../order/parcel-list"
import { type ShippingChoice } from "./shipping.server"

type Props = {
  cart: CartView
  shipping: ShippingChoice | undefined
  parcels: readonly Parcel[]
  shortage: Shortage | null
}

/** What is about to be ordered, with the total to pay on delivery. */
export function OrderSummary({ cart, shipping, parcels, shortage }: Props) {
  const left = new Map(shortage?.lines.map((line) => [line.line_item_id, line.available]))
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
              <Left pieces={left.get(line.id)} />
            </span>
            <Price amount={line.total} className="font-normal" />
          </li>
        ))}
      </ul>
      {shortage === null ? null : (
        <Button name="intent" value="fit" variant="secondary" block>
          Đặt theo số còn lại
        </Button>
      )}
      {shortage === null && parcels.length > 1 ? (
        <section
          aria-labelledby="kien-hang"
          className="grid gap-3 border-b border-sand pb-4"
        >
          <h3 id="kien-hang" className="font-semibold">
            Đơn này được gửi thành {parcels.length} kiện
          </h3>
          <ParcelList parcels={parcels} />
          <p className="text-sm text-ink-soft">
            Không điểm nào có đủ cả đơn. Phí giao hàng vẫn tính một lần; điểm gửi có thể
            đổi theo địa chỉ nhận.
          </p>
        </section>
      ) : null}
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

function Left({ pieces }: { pieces: number | undefined }) {
  if (pieces === undefined) return null
  return (
    <strong className="block text-lacquer-deep">
      {pieces > 0 ? `Chỉ còn ${pieces.toLocaleString("vi-VN")}` : "Đã hết hàng"}
    </strong>
  )
}
