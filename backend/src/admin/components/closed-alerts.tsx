import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useInfiniteQuery } from "@tanstack/react-query"
import { formatDay } from "../../contracts/calendar"
import {
  ALERT_CLOSED_BY_LABELS,
  ALERT_KIND_LABELS,
  type AlertKind,
  type ClosedAlert,
} from "../../contracts/stock-alerts"
import { fetchClosedAlerts } from "../lib/stock-alerts"
import { ListState } from "./list-state"

const moment = new Intl.DateTimeFormat("vi-VN", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Asia/Ho_Chi_Minh",
})

const ClosedAlertItem = ({ alert }: { alert: ClosedAlert }) => (
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
      <StatusBadge color="green">Đã xong</StatusBadge>
    </div>
    <Text size="small">
      {ALERT_KIND_LABELS[alert.kind]}
      {alert.lot_code !== null && `, lô ${alert.lot_code}`}
      {alert.best_before !== null && `, hạn sử dụng ${formatDay(alert.best_before)}`}
    </Text>
    <Text size="small" className="text-ui-fg-subtle">
      Từ {moment.format(new Date(alert.opened_at))} đến{" "}
      {moment.format(new Date(alert.closed_at))}. Xong vì:{" "}
      {ALERT_CLOSED_BY_LABELS[alert.closed_by_kind]}
    </Text>
  </li>
)

/** What has recovered, the newest first. */
export const ClosedAlerts = ({
  locationId,
  kind,
}: {
  locationId: string | undefined
  kind: AlertKind | undefined
}) => {
  const alerts = useInfiniteQuery({
    queryKey: ["stock", "alerts", "closed", locationId, kind],
    queryFn: ({ pageParam }) =>
      fetchClosedAlerts({ locationId, kind, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  const shown = alerts.data?.pages.flatMap((page) => page.alerts) ?? []
  return (
    <div className="divide-y">
      <ListState
        error={alerts.error}
        isLoading={alerts.isLoading}
        isEmpty={alerts.isSuccess && shown.length === 0}
        empty="Chưa có cảnh báo nào xong."
        onRetry={() => void alerts.refetch()}
      />
      <ul className="divide-y">
        {shown.map((alert) => (
          <ClosedAlertItem key={alert.id} alert={alert} />
        ))}
      </ul>
      {alerts.hasNextPage && (
        <div className="px-6 py-4">
          <Button
            variant="secondary"
            isLoading={alerts.isFetchingNextPage}
            onClick={() => void alerts.fetchNextPage()}
          >
            Xem thêm
          </Button>
        </div>
      )}
    </div>
  )
}
