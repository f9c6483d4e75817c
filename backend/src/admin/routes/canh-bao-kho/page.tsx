import { useState } from "react"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BellAlert } from "@medusajs/icons"
import { Button, Container, Heading, Label, Select, Tabs, Text } from "@medusajs/ui"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import {
  ALERT_KIND_LABELS,
  type AlertCounts,
  alertKind,
  type AlertKind,
} from "../../../contracts/stock-alerts"
import { ClosedAlerts } from "../../components/closed-alerts"
import { ListState } from "../../components/list-state"
import { MinimumDrawer, type MinimumOf } from "../../components/minimum-drawer"
import { PointSelect } from "../../components/point-select"
import { StockAlertItem } from "../../components/stock-alert-item"
import { fetchPoints } from "../../lib/stock"
import { fetchAlertCounts, fetchAlerts } from "../../lib/stock-alerts"

const LOOK_AGAIN_MS = 30_000
const ALL_KINDS = "all"

const count = (value: number) => value.toLocaleString("vi-VN")

const totalOf = ({ low_stock, near_expiry, expired }: AlertCounts) =>
  low_stock + near_expiry + expired

const KindSelect = ({
  value,
  onChange,
}: {
  value: AlertKind | undefined
  onChange: (kind: AlertKind | undefined) => void
}) => (
  <div className="w-full sm:w-56">
    <Label htmlFor="alert-kind" size="small">
      Loại cảnh báo
    </Label>
    <Select
      value={value ?? ALL_KINDS}
      onValueChange={(chosen) => onChange(alertKind.safeParse(chosen).data)}
    >
      <Select.Trigger id="alert-kind">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ALL_KINDS}>Mọi loại</Select.Item>
        {alertKind.options.map((kind) => (
          <Select.Item key={kind} value={kind}>
            {ALERT_KIND_LABELS[kind]}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  </div>
)

const Sum = ({ label, value }: { label: string; value: number }) => (
  <div>
    <Text size="small" className="text-ui-fg-subtle">
      {label}
    </Text>
    <Text size="large" weight="plus" className="tabular-nums">
      {count(value)}
    </Text>
  </div>
)

/** What runs short and what expires, the most urgent first. */
const StockAlertsPage = () => {
  const [locationId, setLocationId] = useState<string>()
  const [kind, setKind] = useState<AlertKind>()
  const [edited, setEdited] = useState<MinimumOf>()
  const points = useQuery({ queryKey: ["stock", "points"], queryFn: fetchPoints })
  const counts = useQuery({
    queryKey: ["stock", "alert-counts"],
    queryFn: fetchAlertCounts,
    refetchInterval: LOOK_AGAIN_MS,
  })
  const alerts = useInfiniteQuery({
    queryKey: ["stock", "alerts", locationId, kind],
    queryFn: ({ pageParam }) => fetchAlerts({ locationId, kind, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_AGAIN_MS,
  })
  const shown = alerts.data?.pages.flatMap((page) => page.alerts) ?? []
  const openAt = new Map(counts.data?.map((each) => [each.location_id, totalOf(each)]))
  const concerned =
    counts.data?.filter((each) => !locationId || each.location_id === locationId) ?? []
  const sum = (field: "low_stock" | "near_expiry" | "expired") =>
    concerned.reduce((total, each) => total + each[field], 0)
  const failed = [alerts, counts, points].filter((query) => query.isError)
  const loadAgain = () => failed.forEach((query) => void query.refetch())

  return (
    <div className="flex flex-col gap-3">
      <Container className="flex flex-col gap-4 px-6 py-4">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Heading level="h1">Cảnh báo kho</Heading>
          <Button
            size="small"
            variant="secondary"
            onClick={() => setEdited(locationId ? { locationId } : {})}
          >
            Đặt mức tối thiểu
          </Button>
        </div>
        <div className="flex flex-wrap gap-4">
          <PointSelect
            id="alert-point"
            everywhere="Mọi điểm"
            points={(points.data ?? []).map(({ id, name }) => {
              const open = openAt.get(id) ?? 0
              return { id, name: open > 0 ? `${name} (${count(open)})` : name }
            })}
            value={locationId}
            onChange={setLocationId}
          />
          <KindSelect value={kind} onChange={setKind} />
        </div>
        {counts.isSuccess && (
          <div className="flex flex-wrap gap-6">
            <Sum label="Sắp hết hàng" value={sum("low_stock")} />
            <Sum label="Lô gần hạn" value={sum("near_expiry")} />
            <Sum label="Lô hết hạn" value={sum("expired")} />
          </div>
        )}
      </Container>
      <Container className="p-0">
        <Tabs defaultValue="open">
          <Tabs.List className="px-6 py-4">
            <Tabs.Trigger value="open">Đang mở</Tabs.Trigger>
            <Tabs.Trigger value="closed">Đã xong</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="open" className="divide-y border-t">
            <ListState
              error={failed[0]?.error ?? null}
              isLoading={alerts.isLoading}
              isEmpty={alerts.isSuccess && shown.length === 0}
              empty="Không có cảnh báo nào."
              onRetry={loadAgain}
            />
            <ul className="divide-y">
              {shown.map((alert) => (
                <StockAlertItem
                  key={alert.id}
                  alert={alert}
                  onEdit={({ inventory_item_id, title, location_id }) =>
                    setEdited({
                      item: { id: inventory_item_id, name: title },
                      locationId: location_id,
                    })
                  }
                />
              ))}
            </ul>
            {alerts.hasNextPage && (
              <div className="px-6 py-4">
                <Button
                  variant="secondary"
                  isLoading={alerts.isFetchingNextPage}
                  onClick={() => void alerts.fetchNextPage()}
                >
                  Xem thêm cảnh báo
                </Button>
              </div>
            )}
          </Tabs.Content>
          <Tabs.Content value="closed" className="border-t">
            <ClosedAlerts locationId={locationId} kind={kind} />
          </Tabs.Content>
        </Tabs>
      </Container>
      {edited && <MinimumDrawer of={edited} onClose={() => setEdited(undefined)} />}
    </div>
  )
}

export const config = defineRouteConfig({ label: "Cảnh báo kho", icon: BellAlert })

export default StockAlertsPage
