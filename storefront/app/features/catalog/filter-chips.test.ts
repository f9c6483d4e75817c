import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { describe, expect, it } from "vitest"
import { filterChips, filterCount } from "./filter-chips"
import { paths } from "#app/lib/paths"

const query = (search: string) => parseCatalogQuery(new URLSearchParams(search))
const names = { districts: { "hoi-an": "Hội An" }, point: "Điểm OCOP Hội An" }
const labels = (search: string) =>
  // Intl writes a no-break space before ₫.
  filterChips(query(search), names).map(({ label }) => label.replaceAll("\u00a0", " "))

describe("filterChips", () => {
  it("is empty without filters; sort and page are none", () => {
    expect(labels("")).toEqual([])
    expect(labels("sap-xep=moi&trang=3")).toEqual([])
  })

  it("names every filter in Vietnamese", () => {
    expect(
      labels(
        "q=tra&nhom=thuc-pham&sao=3,4&huyen=hoi-an&loai-chu-the=hop-tac-xa&diem-ban=ocop-hoi-an&con-hang=1",
      ),
    ).toEqual([
      "“tra”",
      "Thực phẩm",
      "3 sao",
      "4 sao",
      "Hội An",
      "Hợp tác xã",
      "Có tại Điểm OCOP Hội An",
      "Còn hàng",
    ])
  })

  it("words the price by which ends it has", () => {
    expect(labels("gia=50000-200000")).toEqual(["50.000 ₫ – 200.000 ₫"])
    expect(labels("gia=-200000")).toEqual(["Đến 200.000 ₫"])
    expect(labels("gia=50000-")).toEqual(["Từ 50.000 ₫"])
  })

  it("takes away only itself and goes back to page one", () => {
    const [three] = filterChips(query("q=tra&sao=3,4&trang=2"), names).slice(1)
    expect(three && paths.catalog(three.without)).toBe("/san-pham?q=tra&sao=4")
  })

  it("shows a slug that has no name", () => {
    expect(labels("huyen=tay-giang")).toEqual(["tay-giang"])
  })
})

describe("filterCount", () => {
  it("leaves the words out", () => {
    expect(filterCount(query("q=tra&sao=3,4&con-hang=1"))).toBe(3)
  })
})
