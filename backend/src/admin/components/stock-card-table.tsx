import { Button, Table, Text } from "@medusajs/ui"
import { formatDay, TIME_ZONE } from "../../contracts/calendar"
import {
  ADJUSTMENT_REASON_LABELS,
  type ItemCard,
  LOSS_BEARER_LABELS,
  STOCK_ENTRY_KIND_LABELS,
  SYSTEM_REASON_LABELS,
} from "../../contracts/stock"

type Row = ItemCard["rows"][number]

const moment = new Intl.DateTimeFormat("vi-VN", {
  timeZone: TIME_ZONE,
  dateStyle: "short",
  timeStyle: "short",
})
const count = new Intl.NumberFormat("vi-VN")
const change = new Intl.NumberFormat("vi-VN", { signDisplay: "exceptZero" })

const REASONS: Record<string, string> = {
  ...ADJUSTMENT_REASON_LABELS,
  ...SYSTEM_REASON_LABELS,
}

const DOCUMENTS: Record<string, string> = {
  stock_document: "Phiếu kho",
  order: "Đơn hàng",
  cart: "Giỏ hàng",
  reservation: "Giữ chỗ",
  admin: "Trang quản trị",
  "admin-edit": "Trang quản trị",
  system: "Hệ thống",
}

const TAIL = 6

const DocumentOf = ({ row }: { row: Row }) => {
  const name = DOCUMENTS[row.document_type] ?? row.document_type
  if (row.document_type === "order")
    return (
      <a
        className="text-ui-fg-interactive hover:underline"
        href={`/app/orders/${row.document_id}`}
      >
        {name}
      </a>
    )
  return (
    <span title={row.document_id}>
      {row.document_type === "stock_document"
        ? `${name} …${row.document_id.slice(-TAIL)}`
        : name}
    </span>
  )
}

/** Whoever signed in; a program says its name, a buyer has none. */
const actorOf = (row: Row, users: ReadonlyMap<string, string>): string => {
  if (row.actor_id === null) return "—"
  if (row.actor_id.startsWith("system:")) return "Hệ thống"
  return users.get(row.actor_id) ?? row.actor_id
}

const kindOf = ({ kind, reason, borne_by, corrects_id }: Row): string =>
  [
    STOCK_ENTRY_KIND_LABELS[kind],
    reason && reason !== "correction" ? (REASONS[reason] ?? reason) : null,
    borne_by ? LOSS_BEARER_LABELS[borne_by] : null,
    corrects_id ? `sửa dòng ${corrects_id}` : null,
  ]
    .filter(Boolean)
    .join(" · ")

/** What an order holds or was handed follows the order; a correction is not itself corrected. */
const isCorrectable = (row: Row): boolean =>
  row.reservation_id === null &&
  row.corrects_id === null &&
  !(row.kind === "sale" && row.document_type === "order")

const Change = ({ by, after }: { by: number; after: number }) => (
  <span className="whitespace-nowrap tabular-nums">
    {by === 0 ? "" : `${change.format(by)} → `}
    <span className="font-medium">{count.format(after)}</span>
  </span>
)

const HEADINGS = [
  "Dòng",
  "Thời điểm",
  "Loại",
  "Điểm",
  "Lô · HSD",
  "Tồn",
  "Giữ chỗ",
  "Chứng từ",
  "Người ghi",
  "",
]

export const StockCardTable = ({
  rows,
  points,
  users,
  onCorrect,
}: {
  rows: readonly Row[]
  points: ReadonlyMap<string, string>
  users: ReadonlyMap<string, string>
  onCorrect: (row: Row) => void
}) => (
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
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>{row.id}</Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {moment.format(new Date(row.occurred_at))}
            </Table.Cell>
            <Table.Cell className="min-w-40 py-2">
              <span className="whitespace-nowrap">{kindOf(row)}</span>
              {row.note && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {row.note}
                </Text>
              )}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {points.get(row.location_id) ?? row.location_id}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {row.lot_code ?? "Không lô"}
              {row.best_before && ` · ${formatDay(row.best_before)}`}
            </Table.Cell>
            <Table.Cell>
              <Change by={row.on_hand_change} after={row.on_hand} />
            </Table.Cell>
            <Table.Cell>
              <Change by={row.reserved_change} after={row.reserved} />
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              <DocumentOf row={row} />
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">{actorOf(row, users)}</Table.Cell>
            <Table.Cell>
              {isCorrectable(row) && (
                <Button
                  size="small"
                  variant="transparent"
                  aria-label={`Sửa dòng ${row.id}`}
                  onClick={() => onCorrect(row)}
                >
                  Sửa
                </Button>
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </div>
)
