/** What a digest says. Pure. */
import { formatDay } from "../contracts/calendar"
import { type AlertCounts } from "../contracts/stock-alerts"
import { type UrgentAlert } from "./stock-alert-views"

const count = (value: number): string => value.toLocaleString("vi-VN")

/** "còn 2/10", "hết hạn 24/11/2026", "còn 3 ngày". */
function stateOf(alert: UrgentAlert): string {
  if (alert.kind === "low-stock")
    return alert.pieces === 0
      ? `hết hàng, cần ${count(alert.needed)}`
      : `còn ${count(alert.pieces)}/${count(alert.needed)}`
  const lot = `lô ${alert.lot_code}, ${count(alert.pieces)} món`
  return alert.days_left <= 0
    ? `${lot} hết hạn ${formatDay(alert.best_before)}`
    : `${lot} còn ${count(alert.days_left)} ngày`
}

/** @param urgent the alerts that are named, the most urgent first. */
export function digestOf(
  counts: AlertCounts,
  urgent: readonly UrgentAlert[],
): { title: string; description: string } {
  const { low_stock, near_expiry, expired } = counts
  const sums = [
    low_stock > 0 && `${count(low_stock)} mặt hàng sắp hết`,
    near_expiry > 0 && `${count(near_expiry)} lô gần hạn`,
    expired > 0 && `${count(expired)} lô hết hạn`,
  ].filter(Boolean)
  const fresh = counts.new > 0 ? ` (${count(counts.new)} mới)` : ""
  const named = urgent.map((alert) => `${alert.title} (${stateOf(alert)})`).join("; ")
  return {
    title: `Cảnh báo kho: ${counts.point_name}`,
    description: `${sums.join(", ")}${fresh}. Gấp nhất: ${named}.`,
  }
}
