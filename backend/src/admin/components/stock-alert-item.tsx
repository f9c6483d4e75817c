import { Badge, Button, StatusBadge, Text } from "@medusajs/ui"
import { formatDay } from "../../contracts/calendar"
import {
  type LowStockAlert,
  type NearExpiryAlert,
  type StockAlert,
  type TransferSuggestion,
} from "../../contracts/stock-alerts"

const count = (value: number) => value.toLocaleString("vi-VN")

const StatusOfAlert = ({ alert }: { alert: StockAlert }) => {
  if (alert.kind === "low-stock")
    return alert.pieces === 0 ? (
      <StatusBadge color="red">Hết hàng</StatusBadge>
    ) : (
      <StatusBadge color="orange">Sắp hết</StatusBadge>
    )
  if (alert.stage === 0) return <StatusBadge color="red">Hết hạn</StatusBadge>
  return (
    <StatusBadge color={alert.stage === 30 ? "blue" : "orange"}>
      Còn {count(alert.days_left)} ngày
    </StatusBadge>
  )
}

const Suggestion = ({ suggestion }: { suggestion: TransferSuggestion }) => (
  <li>
    {suggestion.point_name}: chuyển được{" "}
    <span className="font-medium">{count(suggestion.pieces)}</span>
    <span className="text-ui-fg-subtle">
      {" "}
      (dư {count(suggestion.surplus)}
      {suggestion.distance_km !== null && `, cách ${count(suggestion.distance_km)} km`})
    </span>
  </li>
)

const needOf = ({ minimum, cover_days, needed }: LowStockAlert): string => {
  const ground = [
    minimum !== null && `tối thiểu ${count(minimum)}`,
    cover_days !== null && `đủ bán ${count(cover_days)} ngày`,
  ].filter(Boolean)
  return `cần ${count(needed)} (${ground.join(", ")})`
}

const LowStock = ({
  alert,
  onEdit,
}: {
  alert: LowStockAlert
  onEdit: (alert: LowStockAlert) => void
}) => (
  <>
    <Text size="small">
      Bán được <span className="font-medium">{count(alert.pieces)}</span>, {needOf(alert)}
    </Text>
    {alert.suggestions.length > 0 ? (
      <div className="txt-small">
        <span className="text-ui-fg-subtle">Gợi ý chuyển từ:</span>
        <ul className="list-disc pl-5">
          {alert.suggestions.map((suggestion) => (
            <Suggestion key={suggestion.location_id} suggestion={suggestion} />
          ))}
        </ul>
      </div>
    ) : (
      <Text size="small" className="text-ui-fg-subtle">
        Không điểm nào dư mặt hàng này.
      </Text>
    )}
    <div>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Sửa mức tối thiểu của ${alert.title} tại ${alert.point_name}`}
        onClick={() => onEdit(alert)}
      >
        Sửa mức tối thiểu
      </Button>
    </div>
  </>
)

const NearExpiry = ({ alert }: { alert: NearExpiryAlert }) => (
  <Text size="small">
    Lô {alert.lot_code}, hạn sử dụng {formatDay(alert.best_before)}, còn{" "}
    <span className="font-medium">{count(alert.pieces)}</span> trên kệ
    {alert.stage === 0 && ", không bán được nữa"}
  </Text>
)

export const StockAlertItem = ({
  alert,
  onEdit,
}: {
  alert: StockAlert
  onEdit: (alert: LowStockAlert) => void
}) => (
  <li className="flex flex-col gap-1 px-6 py-4">
    <div className="flex flex-wrap items-start justify-between gap-2">
      <div className="min-w-0 flex-1 basis-56">
        <a
          className="txt-compact-medium-plus text-ui-fg-interactive break-words hover:underline"
          href={`/app/the-kho?item=${encodeURIComponent(alert.inventory_item_id)}`}
        >
          {alert.title}
        </a>
        <Text size="small" className="text-ui-fg-subtle">
          {[alert.point_name, alert.sku].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <div className="flex items-center gap-2">
        {alert.is_new && (
          <Badge size="2xsmall" color="purple">
            Mới
          </Badge>
        )}
        <StatusOfAlert alert={alert} />
      </div>
    </div>
    {alert.kind === "low-stock" ? (
      <LowStock alert={alert} onEdit={onEdit} />
    ) : (
      <NearExpiry alert={alert} />
    )}
  </li>
)
