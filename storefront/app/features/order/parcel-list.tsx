import { Link } from "@remix-run/react"
import { type OrderStage } from "@ocop/backend/contracts/order-lookup"
import { type Parcel } from "@ocop/backend/contracts/parcel"
import { paths } from "#app/lib/paths"

type ParcelListProps = { parcels: readonly (Parcel & { stage?: OrderStage })[] }

const STAGES: Record<OrderStage, string> = {
  placed: "Đang chuẩn bị",
  packed: "Đã đóng gói",
  shipped: "Đang giao",
  delivered: "Đã giao",
  cancelled: "Đã hủy",
}

/** What comes from where; with how far each parcel is, once there is an order. */
export function ParcelList({ parcels }: ParcelListProps) {
  return (
    <ol className="grid gap-3">
      {parcels.map(({ point, lines, stage }, index) => (
        <li key={index} className="border-l-4 border-sand-deep pl-3">
          <p>
            <span className="font-semibold">Kiện {index + 1}</span> từ{" "}
            <PointName point={point} />
            {stage === undefined ? null : (
              <span className="text-ink-soft"> · {STAGES[stage]}</span>
            )}
          </p>
          <ul className="text-sm text-ink-soft">
            {lines.map(({ title, quantity }) => (
              <li key={title}>
                {title} × {quantity}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

export function PointName({ point }: { point: Parcel["point"] }) {
  return point.handle === null ? (
    point.name
  ) : (
    <Link className="link" to={paths.showroom(point.handle)}>
      {point.name}
    </Link>
  )
}
