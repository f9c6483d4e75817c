/** The stations of an order, as a list that can be read from top to bottom. */
import { type OrderStage } from "@ocop/backend/contracts/order-lookup"
import { PICKUP_STATUS_LABELS, type PickupStatus } from "@ocop/backend/contracts/pickup"

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
  return stepsTo(
    WAY.map(({ label }) => label),
    WAY.findIndex((step) => step.stage === stage),
  )
}

const PICKUP_WAY: readonly PickupStatus[] = ["placed", "preparing", "ready", "collected"]

/** Of an order that its buyer fetches at a point. */
export function pickupSteps(status: PickupStatus): OrderStep[] {
  if (status === "expired" || status === "cancelled")
    return [
      { label: PICKUP_STATUS_LABELS.placed, state: "done" },
      { label: PICKUP_STATUS_LABELS[status], state: "current" },
    ]
  return stepsTo(
    PICKUP_WAY.map((step) => PICKUP_STATUS_LABELS[step]),
    PICKUP_WAY.indexOf(status),
  )
}

const stepsTo = (labels: readonly string[], reached: number): OrderStep[] =>
  labels.map((label, index) => ({
    label,
    state: index < reached ? "done" : index === reached ? "current" : "ahead",
  }))
