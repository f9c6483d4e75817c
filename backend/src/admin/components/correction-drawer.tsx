import { type FormEvent, useState } from "react"
import { Button, Drawer, Input, Label, Text, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type ItemCard, STOCK_ENTRY_KIND_LABELS } from "../../contracts/stock"
import { correctEntry } from "../lib/stock"

type Row = ItemCard["rows"][number]

/** Says what a row should have said; a new row books the difference. */
export const CorrectionDrawer = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const [id] = useState(() => crypto.randomUUID())
  const [quantity, setQuantity] = useState(String(row.quantity))
  const [note, setNote] = useState("")
  const client = useQueryClient()
  const correction = useMutation({
    mutationFn: () =>
      correctEntry(row.id, {
        id,
        quantity: quantity.trim() === "" ? Number.NaN : Number(quantity),
        note: note.trim() || undefined,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["stock"] })
      toast.success(`Đã sửa dòng ${row.id}.`)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    correction.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>Sửa dòng {row.id}</Drawer.Title>
          <Drawer.Description>
            {STOCK_ENTRY_KIND_LABELS[row.kind]} {row.quantity}. Dòng cũ vẫn còn trong thẻ
            kho; phần chênh lệch được ghi thành một dòng mới.
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body>
          <form id="correction" className="flex flex-col gap-4" onSubmit={submit}>
            <div>
              <Label htmlFor="correction-quantity" size="small">
                Số lượng đúng
              </Label>
              <Input
                id="correction-quantity"
                type="number"
                inputMode="numeric"
                min={0}
                step={1}
                required
                value={quantity}
                onChange={(event) => setQuantity(event.target.value)}
              />
            </div>
            <div>
              <Label htmlFor="correction-note" size="small">
                Ghi chú
              </Label>
              <Input
                id="correction-note"
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            </div>
            {correction.error && (
              <Text size="small" role="alert" className="text-ui-fg-error">
                {correction.error.message}
              </Text>
            )}
          </form>
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" form="correction" isLoading={correction.isPending}>
            Ghi sửa
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
