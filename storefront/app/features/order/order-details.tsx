import { Link } from "@remix-run/react"
import { formatDay, dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type OrderView } from "@ocop/backend/contracts/order-lookup"
import { type ReactNode } from "react"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { orderSteps, pickupSteps } from "./order-stages"
import { OrderTimeline } from "./order-timeline"
import { ParcelList, PointName } from "./parcel-list"
import { PickupPanel } from "./pickup-panel"

/** An order as its buyer sees it. */
export function OrderDetails({ order }: { order: OrderView }) {
  const [parcel, ...others] = order.parcels
  const isSplit = others.length > 0
  const { pickup } = order
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
      <div className="grid gap-8">
        <section aria-labelledby="tien-trinh" className="grid gap-4">
          <h2 id="tien-trinh" className="title-2">
            Đơn hàng đang ở đâu
          </h2>
          <OrderTimeline
            steps={pickup ? pickupSteps(pickup.status) : orderSteps(order.stage)}
          />
        </section>
        {pickup ? <PickupPanel pickup={pickup} /> : null}
        {isSplit ? (
          <section aria-labelledby="kien-hang" className="grid gap-4">
            <h2 id="kien-hang" className="title-2">
              Đơn này gồm {order.parcels.length} kiện
            </h2>
            <p className="text-ink-soft">Các kiện có thể đến vào những lúc khác nhau.</p>
            <ParcelList parcels={order.parcels} />
          </section>
        ) : null}
        <section aria-labelledby="hang-dat" className="grid gap-4">
          <h2 id="hang-dat" className="title-2">
            Sản phẩm đã đặt
          </h2>
          <ul className="divide-y divide-sand rounded-card border border-sand-deep bg-surface">
            {order.items.map((item, index) => (
              <li key={index} className="flex justify-between gap-4 p-4">
                <div>
                  {item.handle === null ? (
                    item.title
                  ) : (
                    <Link className="link" to={paths.product(item.handle)}>
                      {item.title}
                    </Link>
                  )}
                  <p className="text-sm text-ink-soft">
                    {item.variant === null ? null : <>{item.variant} · </>}
                    {item.quantity} ×{" "}
                    <Price amount={item.unit_price} className="font-normal" />
                  </p>
                </div>
                <Price amount={item.total} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section
        aria-labelledby="thong-tin-don"
        className="grid gap-4 rounded-card border border-sand-deep bg-surface p-5"
      >
        <h2 id="thong-tin-don" className="title-2">
          Đơn {order.code}
        </h2>
        <dl className="grid gap-3">
          <Row label="Ngày đặt">{formatDay(dayInVietnam(new Date(order.placed_at)))}</Row>
          {parcel === undefined || isSplit || pickup ? null : (
            <Row label="Gửi từ">
              <PointName point={parcel.point} />
            </Row>
          )}
          <Row label="Người nhận">{order.recipient}</Row>
          <Row label="Điện thoại">{order.phone_masked}</Row>
          {pickup ? (
            <Row label="Nhận tại">
              <PointName point={pickup.point} />
            </Row>
          ) : (
            <Row label="Giao đến">
              {order.commune}, {order.province}
            </Row>
          )}
          <Row label="Trả tiền">
            {order.paid ? "Đã thanh toán" : "Tiền mặt khi nhận hàng"}
          </Row>
          <Row label="Tiền hàng">
            <Price amount={order.item_total} className="font-normal" />
          </Row>
          {order.discount_total > 0 ? (
            <Row label="Giảm giá đã tính">
              <Price amount={order.discount_total} className="font-normal" />
            </Row>
          ) : null}
          <Row label="Phí giao hàng">
            <Price amount={order.shipping_total} className="font-normal" />
          </Row>
          <Row label="Tổng cộng">
            <Price amount={order.total} className="text-lg" />
          </Row>
        </dl>
      </section>
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="shrink-0 text-ink-soft">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  )
}
