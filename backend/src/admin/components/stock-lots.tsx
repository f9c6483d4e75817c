import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { dayInVietnam, formatDay } from "../../contracts/calendar"
import { LOT_OWNERSHIP_LABELS, type LotView } from "../../contracts/stock"

const count = new Intl.NumberFormat("vi-VN")

const StatusOfLot = ({ lot }: { lot: LotView }) => {
  if (lot.recalled_at) return <StatusBadge color="red">Thu hồi</StatusBadge>
  if (!lot.blocked) return <StatusBadge color="green">Bán được</StatusBadge>
  const expired = lot.best_before !== null && lot.best_before <= dayInVietnam()
  return (
    <StatusBadge color={expired ? "grey" : "red"}>
      {expired ? "Hết hạn" : "Có hàng thu hồi"}
    </StatusBadge>
  )
}

const HEADINGS = ["Mã lô", "NSX", "HSD", "Sở hữu", "Trạng thái", "Tồn theo điểm", ""]

export const StockLots = ({
  lots,
  points,
  onOpen,
}: {
  lots: readonly LotView[]
  points: ReadonlyMap<string, string>
  onOpen: (lot: LotView) => void
}) => {
  if (lots.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        Chưa có lô nào.
      </Text>
    )
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header>
          <Table.Row>
            {HEADINGS.map((heading) => (
              <Table.HeaderCell key={heading} className="whitespace-nowrap">
                {heading}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lots.map((lot) => (
            <Table.Row key={lot.id}>
              <Table.Cell className="whitespace-nowrap">{lot.code}</Table.Cell>
              <Table.Cell>{lot.made_on ? formatDay(lot.made_on) : "—"}</Table.Cell>
              <Table.Cell>
                {lot.best_before ? formatDay(lot.best_before) : "—"}
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">
                {LOT_OWNERSHIP_LABELS[lot.ownership]}
              </Table.Cell>
              <Table.Cell>
                <span className="whitespace-nowrap">
                  <StatusOfLot lot={lot} />
                </span>
              </Table.Cell>
              <Table.Cell className="py-2">
                {lot.balances.map(({ location_id, on_hand, reserved }) => (
                  <Text key={location_id} size="small" className="whitespace-nowrap">
                    {points.get(location_id) ?? location_id}: {count.format(on_hand)}
                    {reserved > 0 && ` (giữ ${count.format(reserved)})`}
                  </Text>
                ))}
                {lot.balances.length === 0 && "Đã hết"}
              </Table.Cell>
              <Table.Cell>
                <Button
                  size="small"
                  variant="secondary"
                  className="whitespace-nowrap"
                  aria-label={`Thu hồi hoặc xem đơn giữ lô ${lot.code}`}
                  onClick={() => onOpen(lot)}
                >
                  {lot.recalled_at ? "Xem" : "Thu hồi"}
                </Button>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
