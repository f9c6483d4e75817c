import { type FormEvent, useState } from "react"
import { Button, Drawer, Input, Label, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type MinimumView, SALES_DAYS } from "../../contracts/stock-alerts"
import { fetchPoints } from "../lib/stock"
import { fetchMinimum, putMinimum } from "../lib/stock-alerts"
import { type StockItem } from "../lib/stock-items"
import { ItemPicker } from "./item-picker"
import { PointSelect } from "./point-select"

export type MinimumOf = { item?: StockItem; locationId?: string }

/** Says how much of an item a point wants to have; without `of` item and point are chosen first. */
export const MinimumDrawer = ({
  of,
  onClose,
}: {
  of: MinimumOf
  onClose: () => void
}) => {
  const [item, setItem] = useState(of.item)
  const [locationId, setLocationId] = useState(of.locationId)
  const points = useQuery({ queryKey: ["stock", "points"], queryFn: fetchPoints })
  const known = useQuery({
    queryKey: ["stock", "minimum", item?.id, locationId],
    queryFn: () => fetchMinimum(item?.id ?? "", locationId ?? ""),
    enabled: item !== undefined && locationId !== undefined,
  })
  const error = points.error ?? known.error
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>Mức tối thiểu</Drawer.Title>
          <Drawer.Description>
            Số bán được tại điểm thấp hơn mức này thì có cảnh báo.
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">
          {item && (
            <div>
              <Text size="small" className="text-ui-fg-subtle">
                Mặt hàng
              </Text>
              <Text weight="plus">{item.name}</Text>
            </div>
          )}
          {!of.item && <ItemPicker onPick={setItem} />}
          <PointSelect
            id="minimum-point"
            points={points.data ?? []}
            value={locationId}
            onChange={setLocationId}
          />
          {error && (
            <Text size="small" role="alert" className="text-ui-fg-error">
              Không tải được: {error.message}
            </Text>
          )}
          {known.isFetching && <Text size="small">Đang tải…</Text>}
          {item && locationId && known.isSuccess && !known.isFetching && (
            <MinimumForm
              key={`${item.id} ${locationId}`}
              itemId={item.id}
              locationId={locationId}
              known={known.data}
              onDone={onClose}
            />
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onClose}>
            Đóng
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

const textOf = (figure: number | null | undefined) => figure?.toString() ?? ""
const figureOf = (text: string) => (text.trim() === "" ? null : Number(text))

const MinimumForm = ({
  itemId,
  locationId,
  known,
  onDone,
}: {
  itemId: string
  locationId: string
  known: MinimumView | null
  onDone: () => void
}) => {
  const [pieces, setPieces] = useState(textOf(known?.minimum))
  const [days, setDays] = useState(textOf(known?.cover_days))
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (figures: { minimum: number | null; cover_days: number | null }) =>
      putMinimum({ inventory_item_id: itemId, location_id: locationId, ...figures }),
    onSuccess: async (_, { minimum, cover_days }) => {
      await client.invalidateQueries({ queryKey: ["stock"] })
      const isGone = minimum === null && cover_days === null
      toast.success(isGone ? "Đã bỏ mức tối thiểu." : "Đã lưu mức tối thiểu.")
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ minimum: figureOf(pieces), cover_days: figureOf(days) })
  }
  const isEmpty = figureOf(pieces) === null && figureOf(days) === null
  return (
    <form className="flex flex-col gap-4" onSubmit={submit}>
      {known && (
        <Text size="small" className="text-ui-fg-subtle">
          Đang bán được {known.free.toLocaleString("vi-VN")}; đã bán{" "}
          {known.sold.toLocaleString("vi-VN")} trong {SALES_DAYS} ngày qua.
        </Text>
      )}
      <div>
        <Label htmlFor="minimum-pieces" size="small">
          Số lượng tối thiểu
        </Label>
        <Input
          id="minimum-pieces"
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          value={pieces}
          onChange={(event) => setPieces(event.target.value)}
        />
      </div>
      <div>
        <Label htmlFor="minimum-days" size="small">
          Hoặc đủ bán trong bao nhiêu ngày (tùy chọn)
        </Label>
        <Input
          id="minimum-days"
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          value={days}
          aria-describedby="minimum-days-hint"
          onChange={(event) => setDays(event.target.value)}
        />
        <Text id="minimum-days-hint" size="xsmall" className="text-ui-fg-subtle">
          Theo số bán trung bình mỗi ngày của {SALES_DAYS} ngày qua. Có cả hai thì lấy mức
          cao hơn.
        </Text>
      </div>
      {save.error && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {save.error.message}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={isEmpty} isLoading={save.isPending}>
          Lưu
        </Button>
        {known && (
          <Button
            type="button"
            variant="secondary"
            isLoading={save.isPending}
            onClick={() => save.mutate({ minimum: null, cover_days: null })}
          >
            Bỏ mức tối thiểu
          </Button>
        )}
      </div>
    </form>
  )
}
