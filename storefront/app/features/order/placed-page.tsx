import { type OrderView } from "@ocop/backend/contracts/order-lookup"
import { useEffect } from "react"
import { ButtonLink } from "#app/components/ui/button"
import { Notice } from "#app/components/ui/notice"
import { paths } from "#app/lib/paths"
import { setCartCount } from "../cart/cart-count"
import { OrderDetails } from "./order-details"

type PlacedPageProps = {
  code: string
  /** null when the details cannot be read just now. */
  order: OrderView | null
}

export function PlacedPage({ code, order }: PlacedPageProps) {
  useEffect(() => setCartCount(0), [])
  return (
    <div className="page-width grid gap-8 py-8">
      <header className="grid gap-4 rounded-card bg-forest-tint p-6 text-forest-deep">
        <h1 className="title-1">Cảm ơn bạn, đơn hàng đã được ghi nhận</h1>
        <p className="text-lg">
          Mã đơn hàng: <strong className="text-2xl tabular-nums">{code}</strong>
        </p>
        <p>
          Hãy ghi lại mã này: cùng với số điện thoại, bạn xem được đơn bất cứ lúc nào.
        </p>
      </header>
      <section aria-labelledby="tiep-theo" className="grid gap-3">
        <h2 id="tiep-theo" className="title-2">
          Tiếp theo
        </h2>
        <ol className="grid list-decimal gap-1 pl-5">
          <li>Chúng tôi đóng gói hàng tại điểm OCOP.</li>
          <li>Người giao hàng gọi vào số điện thoại của bạn trước khi đến.</li>
          <li>Bạn kiểm tra hàng và trả tiền mặt khi nhận.</li>
        </ol>
      </section>
      {order === null ? (
        <Notice tone="info">
          Chưa đọc được chi tiết đơn lúc này. Đơn vẫn được ghi nhận; hãy tra cứu lại sau
          ít phút.
        </Notice>
      ) : (
        <OrderDetails order={order} />
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.orderLookup()} variant="secondary">
          Tra cứu đơn hàng
        </ButtonLink>
        <ButtonLink to={paths.catalog()}>Tiếp tục mua hàng</ButtonLink>
      </div>
    </div>
  )
}
