import { type FiguresResponse, STAR_ROW_LABELS } from "@ocop/backend/contracts/figures"
import { GROUPS } from "@ocop/backend/contracts/group"
import { ENTITY_TYPES } from "@ocop/backend/contracts/producer"
import {
  FUNDING_SOURCE_LABELS,
  SHOWROOM_KIND_LABELS,
} from "@ocop/backend/contracts/showroom"
import { type DataRow, DataTable } from "#app/components/ui/data-table"

/** What is computed from the register for one day. */
export function FiguresTables({ figures }: { figures: FiguresResponse }) {
  const { products, subjects, showrooms } = figures
  return (
    <div className="grid items-start gap-x-10 gap-y-10 md:grid-cols-2">
      <DataTable
        caption="Sản phẩm theo nhóm"
        head={["Nhóm", "Sản phẩm"]}
        rows={shares(
          figures.by_group.map(({ group, products: value }) => ({
            label: GROUPS[group].label,
            value,
          })),
          products,
        )}
        total={{ label: "Tổng", value: products }}
      />
      <DataTable
        caption="Sản phẩm theo hạng sao"
        head={["Hạng", "Sản phẩm"]}
        rows={shares(
          figures.by_star.map(({ star, products: value }) => ({
            label: STAR_ROW_LABELS[star],
            value,
          })),
          products,
        )}
        total={{ label: "Tổng", value: products }}
      />
      <DataTable
        caption="Chủ thể theo loại"
        head={["Loại chủ thể", "Chủ thể"]}
        rows={shares(
          figures.by_entity_type.map(({ entity_type, subjects: value }) => ({
            label: ENTITY_TYPES[entity_type].label,
            value,
          })),
          subjects,
        )}
        total={{ label: "Tổng", value: subjects }}
      />
      <DataTable
        caption="Tình trạng giấy chứng nhận"
        head={["Tình trạng", "Sản phẩm"]}
        rows={shares(
          [
            { label: "Còn hiệu lực", value: figures.standing.valid },
            { label: "Đã hết hạn", value: figures.standing.expired },
            { label: "Đã thu hồi", value: figures.standing.revoked },
          ],
          products,
        )}
        total={{ label: "Được công nhận lũy kế", value: products }}
      />
      <DataTable
        caption="Sản phẩm mới theo năm đánh giá"
        head={["Năm", "Mới / lũy kế"]}
        rows={figures.cohorts.map(({ year, products: added, cumulative }) => ({
          label: String(year),
          value: `${added} / ${cumulative}`,
        }))}
      />
      <DataTable
        caption="Điểm và trung tâm OCOP theo nguồn kinh phí"
        head={["Nguồn", "Số điểm"]}
        rows={showrooms.by_funding.map(({ funding_source, kind, showrooms: value }) => ({
          label: `${FUNDING_SOURCE_LABELS[funding_source]} (${SHOWROOM_KIND_LABELS[kind].toLocaleLowerCase("vi").replace("ocop", "OCOP")})`,
          value,
        }))}
        total={{ label: "Tổng", value: showrooms.total }}
      />
    </div>
  )
}

const shares = (rows: { label: string; value: number }[], total: number): DataRow[] =>
  rows.map((row) => ({ ...row, share: total === 0 ? 0 : row.value / total }))
