import { type FormEvent, useState } from "react"
import { Button, Drawer, Label, Text, Textarea } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { formatDay } from "../../contracts/calendar"
import { type LotView } from "../../contracts/stock"
import { type LotHolderView } from "../../contracts/stock-books"
import { fetchHolders, liftRecall, recallLot } from "../lib/stock"

const Holder = ({
  holder,
  points,
}: {
  holder: LotHolderView
  points: ReadonlyMap<string, string>
}) => (
  <li className="flex justify-between gap-4 py-2">
    {holder.order ? (
      <a
        className="text-ui-fg-interactive hover:underline"
        href={`/app/orders/${holder.order.id}`}
      >
        {holder.order.code}
      </a>
    ) : (
      <span>{holder.cart_id ? "Giỏ hàng đang đặt" : "Giữ chỗ không theo đơn"}</span>
    )}
    <span className="text-right">
      {holder.quantity} tại {points.get(holder.location_id) ?? holder.location_id}
    </span>
  </li>
)

/** Recalls a lot, or lifts its recall; either way it shows whose orders hold the lot. */
export const RecallDrawer = ({
  lot,
  points,
  onClose,
}: {
  lot: LotView
  points: ReadonlyMap<string, string>
  onClose: () => void
}) => {
  const [reason, setReason] = useState("")
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ["stock"] })
  const holders = useQuery({
    queryKey: ["stock", "holders", lot.id],
    queryFn: () => fetchHolders(lot.id),
  })
  const recall = useMutation({
    mutationFn: () => recallLot(lot.id, reason),
    onSuccess: refresh,
  })
  const lift = useMutation({ mutationFn: () => liftRecall(lot.id), onSuccess: refresh })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    recall.mutate()
  }
  const error = recall.error ?? lift.error ?? holders.error
  const held = holders.data ?? []
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>Lô {lot.code}</Drawer.Title>
          <Drawer.Description>
            {lot.recalled_at
              ? `Đang thu hồi, lý do: “${lot.recall_reason ?? ""}”.`
              : "Thu hồi chặn bán lô này, và giỏ quà có lô này, ở mọi điểm ngay lập tức."}
            {lot.best_before && ` Hạn sử dụng ${formatDay(lot.best_before)}.`}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">
          {!lot.recalled_at && (
            <form id="recall" onSubmit={submit}>
              <Label htmlFor="recall-reason" size="small">
                Lý do thu hồi
              </Label>
              <Textarea
                id="recall-reason"
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </form>
          )}
          {error && (
            <Text size="small" role="alert" className="text-ui-fg-error">
              {error.message}
            </Text>
          )}
          <div>
            <Text size="small" weight="plus">
              Đơn đang giữ lô này
            </Text>
            {holders.isSuccess && held.length === 0 && (
              <Text size="small" className="text-ui-fg-subtle">
                Không có đơn nào.
              </Text>
            )}
            <ul className="txt-small divide-y">
              {held.map((holder) => (
                <Holder
                  key={`${holder.reservation_id} ${holder.lot_id}`}
                  holder={holder}
                  points={points}
                />
              ))}
            </ul>
          </div>
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onClose}>
            Đóng
          </Button>
          {lot.recalled_at ? (
            <Button isLoading={lift.isPending} onClick={() => lift.mutate()}>
              Bỏ thu hồi
            </Button>
          ) : (
            <Button
              type="submit"
              form="recall"
              variant="danger"
              disabled={reason.trim() === ""}
              isLoading={recall.isPending}
            >
              Thu hồi lô
            </Button>
          )}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
