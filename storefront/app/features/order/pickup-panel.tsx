import { formatMoment } from "@ocop/backend/contracts/calendar"
import { type BuyerPickup } from "@ocop/backend/contracts/pickup"
import { PointName } from "./parcel-list"

/** Where an order is fetched, and the code for the counter. */
export function PickupPanel({ pickup }: { pickup: BuyerPickup }) {
  const { point, status, code, until } = pickup
  return (
    <section
      aria-labelledby="nhan-tai-diem"
      className="grid gap-4 rounded-card border border-sand-deep bg-surface p-5"
    >
      <h2 id="nhan-tai-diem" className="title-2">
        Nhận tại <PointName point={point} />
      </h2>
      {code === null ? null : (
        <p>
          Mã nhận hàng:{" "}
          <strong className="block text-3xl tracking-widest tabular-nums">{code}</strong>
        </p>
      )}
      <p className="text-ink-soft">{advice(status, until)}</p>
    </section>
  )
}

function advice(status: BuyerPickup["status"], until: string | null): string {
  switch (status) {
    case "placed":
    case "preparing":
      return "Điểm bán đang chuẩn bị hàng. Hãy đến nhận khi đơn đã sẵn sàng; chỉ đọc mã này cho nhân viên ở quầy."
    case "ready":
      return `Hàng được giữ đến ${until === null ? "khi hết hạn" : formatMoment(new Date(until))}. Chỉ đọc mã này cho nhân viên ở quầy.`
    case "collected":
      return "Bạn đã nhận hàng. Cảm ơn bạn!"
    case "expired":
      return "Đơn đã quá hạn nhận nên hàng không còn được giữ. Bạn có thể đặt lại."
    case "cancelled":
      return "Đơn đã hủy, không còn hàng để nhận."
  }
}
