/** The stations of an order, as a list that can be read from top to bottom. */
import { type OrderStage } from "@ocop/backend/contracts/order-lookup"

export type OrderStep = { label: string; state: "done" | "current" | "ahead" }

const WAY: { stage: OrderStage; label: string }[] = [
  { stage: "placed", label: "Đã nhận đơn" },
  { stage: "packed", label: "Đã đóng gói" },
  { stage: "shipped", label: "Đang giao" },
  { stage: "delivered", label: "Đã giao" },
]

/** A cancelled order has come to its end: received, then cancelled. */
export function orderSteps(stage: OrderStage): OrderStep[] {
  if (stage === "cancelled")
    return [
      { label: "Đã nhận đơn", state: "done" },
      { label: "Đơn đã hủy", state: "current" },
    ]
  const reached = WAY.findIndex((step) => step.stage === stage)
  return WAY.map(({ label }, index) => ({
    label,
    state: index < reached ? "done" : index === reached ? "current" : "ahead",
  }))
}
