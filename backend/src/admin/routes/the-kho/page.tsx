import { useState } from "react"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArchiveBox } from "@medusajs/icons"
import { Button, Container, Heading, Label, Select, Tabs, Text } from "@medusajs/ui"
import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { type ItemCard, type LotView } from "../../../contracts/stock"
import { CorrectionDrawer } from "../../components/correction-drawer"
import { ItemPicker } from "../../components/item-picker"
import { RecallDrawer } from "../../components/recall-drawer"
import { StockCardTable } from "../../components/stock-card-table"
import { StockLots } from "../../components/stock-lots"
import { fetchCard, fetchLots, fetchPoints, fetchUserNames } from "../../lib/stock"
import { fetchItem } from "../../lib/stock-items"

const EVERYWHERE = "everywhere"
const ITEM_PARAMETER = "item"

const NO_NAMES: ReadonlyMap<string, string> = new Map()

const itemInAddress = (): string | null =>
  new URLSearchParams(window.location.search).get(ITEM_PARAMETER)

/** The address names the item, so that a card can be linked to. */
function writeAddress(itemId: string): void {
  const address = new URL(window.location.href)
  address.searchParams.set(ITEM_PARAMETER, itemId)
  window.history.replaceState(window.history.state, "", address)
}

const Figure = ({ label, value }: { label: string; value: number }) => (
  <div>
    <Text size="small" className="text-ui-fg-subtle">
      {label}
    </Text>
    <Text size="large" weight="plus" className="tabular-nums">
      {value.toLocaleString("vi-VN")}
    </Text>
  </div>
)

const StockCardPage = () => {
  const [itemId, setItemId] = useState(itemInAddress)
  const [locationId, setLocationId] = useState<string>()
  const points = useQuery({ queryKey: ["stock", "points"], queryFn: fetchPoints })
  const pointNames = new Map(points.data?.map(({ id, name }) => [id, name]))

  return (
    <div className="flex flex-col gap-3">
      <Container className="px-6 py-4">
        <Heading level="h1">Thẻ kho</Heading>
        <div className="mt-4 flex flex-wrap gap-4">
          <ItemPicker
            onPick={({ id }) => {
              setItemId(id)
              writeAddress(id)
            }}
          />
          <div className="w-full sm:w-64">
            <Label htmlFor="stock-point" size="small">
              Điểm
            </Label>
            <Select
              value={locationId ?? EVERYWHERE}
              onValueChange={(value) =>
                setLocationId(value === EVERYWHERE ? undefined : value)
              }
            >
              <Select.Trigger id="stock-point">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                <Select.Item value={EVERYWHERE}>Mọi điểm</Select.Item>
                {points.data?.map(({ id, name }) => (
                  <Select.Item key={id} value={id}>
                    {name}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
        </div>
      </Container>
      {itemId ? (
        <CardOfItem
          key={itemId}
          itemId={itemId}
          locationId={locationId}
          points={pointNames}
        />
      ) : (
        <Container className="px-6 py-4">
          <Text className="text-ui-fg-subtle">Chọn một mặt hàng để xem thẻ kho.</Text>
        </Container>
      )}
    </div>
  )
}

const CardOfItem = ({
  itemId,
  locationId,
  points,
}: {
  itemId: string
  locationId: string | undefined
  points: ReadonlyMap<string, string>
}) => {
  const [corrected, setCorrected] = useState<ItemCard["rows"][number]>()
  const [openLotId, setOpenLotId] = useState<string>()
  const item = useQuery({
    queryKey: ["stock", "item", itemId],
    queryFn: () => fetchItem(itemId),
  })
  const users = useQuery({ queryKey: ["stock", "users"], queryFn: fetchUserNames })
  const lots = useQuery({
    queryKey: ["stock", "lots", itemId, locationId],
    queryFn: () => fetchLots(itemId, locationId),
  })
  const card = useInfiniteQuery({
    queryKey: ["stock", "card", itemId, locationId],
    queryFn: ({ pageParam }) => fetchCard({ itemId, locationId, before: pageParam }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const newest = card.data?.pages[0]
  const rows = card.data?.pages.flatMap((page) => page.rows) ?? []
  const openLot: LotView | undefined = lots.data?.find(({ id }) => id === openLotId)

  if (card.error)
    return (
      <Container className="px-6 py-4">
        <Text role="alert">Không tải được: {card.error.message}</Text>
      </Container>
    )
  return (
    <>
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
          <Heading level="h2">{item.data?.name ?? "Đang tải…"}</Heading>
          {newest && (
            <div className="flex gap-6">
              <Figure label="Tồn" value={newest.on_hand} />
              <Figure label="Đang giữ" value={newest.reserved} />
              <Figure label="Bán được" value={newest.available} />
            </div>
          )}
        </div>
        <Tabs defaultValue="card">
          <Tabs.List className="px-6 py-3">
            <Tabs.Trigger value="card">Thẻ kho</Tabs.Trigger>
            <Tabs.Trigger value="lots">Lô hàng</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="card" className="border-t">
            <StockCardTable
              rows={rows}
              points={points}
              users={users.data ?? NO_NAMES}
              onCorrect={setCorrected}
            />
            {newest && rows.length === 0 && (
              <Text size="small" className="text-ui-fg-subtle px-6 py-4">
                Thẻ kho chưa có dòng nào.
              </Text>
            )}
            {card.hasNextPage && (
              <div className="px-6 py-4">
                <Button
                  variant="secondary"
                  isLoading={card.isFetchingNextPage}
                  onClick={() => void card.fetchNextPage()}
                >
                  Xem dòng cũ hơn
                </Button>
              </div>
            )}
          </Tabs.Content>
          <Tabs.Content value="lots" className="border-t">
            {lots.error ? (
              <Text role="alert" className="px-6 py-4">
                Không tải được: {lots.error.message}
              </Text>
            ) : (
              <StockLots
                lots={lots.data ?? []}
                points={points}
                onOpen={({ id }) => setOpenLotId(id)}
              />
            )}
          </Tabs.Content>
        </Tabs>
      </Container>
      {corrected && (
        <CorrectionDrawer row={corrected} onClose={() => setCorrected(undefined)} />
      )}
      {openLot && (
        <RecallDrawer
          lot={openLot}
          points={points}
          onClose={() => setOpenLotId(undefined)}
        />
      )}
    </>
  )
}

export const config = defineRouteConfig({ label: "Thẻ kho", icon: ArchiveBox })

export default StockCardPage
