import { expect, it } from "vitest"
import { quotedTables } from "./quoted-tables"

const figure = {
  key: "k1",
  table: "Kinh phí",
  label: "Tổng",
  value: 281_405,
  unit: "triệu đồng",
  as_of: "2020-12-31",
  source: "Báo cáo tổng kết",
  note: null,
}

it("gathers by table, writes numbers the Vietnamese way, keeps each note once", () => {
  const note = "Chênh 5.000 triệu đồng."
  expect(
    quotedTables([
      { ...figure, note },
      { ...figure, key: "k2", label: "Bình quân", value: 68.8, unit: "tỷ đồng", note },
      { ...figure, key: "k3", table: "Điểm bán", value: 19, unit: "điểm" },
    ]),
  ).toEqual([
    {
      table: "Kinh phí",
      as_of: "2020-12-31",
      source: "Báo cáo tổng kết",
      rows: [
        { key: "k1", label: "Tổng", value: "281.405 triệu đồng" },
        { key: "k2", label: "Bình quân", value: "68,8 tỷ đồng" },
      ],
      notes: [note],
    },
    expect.objectContaining({
      table: "Điểm bán",
      rows: [expect.objectContaining({ value: "19 điểm" })],
    }),
  ])
})
