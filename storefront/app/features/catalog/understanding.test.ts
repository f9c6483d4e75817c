import { type PlacesResponse } from "@ocop/backend/contracts/place"
import { describe, expect, it } from "vitest"
import { catalogQuery } from "./query"
import { understand } from "./understanding"
import { vocabularyOf } from "./vocabulary"

const district = (name: string, slug: string) => ({
  code: slug,
  name,
  slug,
  mountain: false,
  product_count: 1,
})
const commune = (
  name: string,
  slug: string,
  district_slug: string,
  current: [name: string, slug: string],
  name_variants: string[] = [],
): PlacesResponse["communes"][number] => ({
  code: slug,
  name,
  slug,
  name_variants,
  district_slug,
  current_code: current[1],
  current_name: current[0],
  current_slug: current[1],
  current_province: "Thành phố Đà Nẵng",
  latitude: null,
  longitude: null,
  product_count: 1,
})

const vocabulary = vocabularyOf(
  {
    districts: [
      district("Thành phố Hội An", "hoi-an"),
      district("Huyện Quế Sơn", "que-son"),
      district("Huyện Tiên Phước", "tien-phuoc"),
      district("Huyện Phước Sơn", "phuoc-son"),
      district("Thành phố Tam Kỳ", "tam-ky"),
      district("Huyện Tây Giang", "tay-giang"),
      district("Huyện Đông Giang", "dong-giang"),
      district("Huyện Bắc Trà My", "bac-tra-my"),
      district("Huyện Nam Trà My", "nam-tra-my"),
    ],
    communes: [
      commune(
        "Xã Tân Hiệp",
        "tan-hiep-hoi-an",
        "hoi-an",
        ["Xã Tân Hiệp", "t-20434"],
        ["Cù Lao Chàm"],
      ),
      commune("Phường Minh An", "minh-an-hoi-an", "hoi-an", ["Phường Hội An", "ha-1"]),
      commune("Xã Tiên Phong", "tien-phong", "tien-phuoc", ["Xã Tiên Phước", "tp-1"]),
      commune("Xã A Xan", "a-xan", "tay-giang", ["Xã Hùng Sơn", "hs-1"], ["Axan"]),
      commune("Xã Ba", "ba", "dong-giang", ["Xã Sông Vàng", "sv-1"]),
      commune("Xã Phước Hòa", "phuoc-hoa-ps", "phuoc-son", ["Xã Phước Hiệp", "ph-1"]),
      commune("Phường Phước Hòa", "phuoc-hoa-tk", "tam-ky", ["Phường Tam Kỳ", "tk-1"]),
    ],
  },
  [
    { handle: "quy-thu", name: "Công ty TNHH SX-TM Quý Thu" },
    { handle: "hoang-hai", name: "HTX Nông nghiệp Hoàng Hải" },
    { handle: "ba-le", name: "Hộ kinh doanh Bà Lệ" },
    { handle: "xanh", name: "HTX Xanh" },
  ],
)

const understood = (q: string, part = {}) => {
  const { query, phrases } = understand(catalogQuery({ q, ...part }), vocabulary)
  const filters = Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) =>
        !["q", "sort", "page"].includes(name) &&
        (Array.isArray(value) ? value.length > 0 : value !== null && value !== false),
    ),
  )
  return { words: query.q, phrases, ...filters }
}

describe("places", () => {
  it.each([
    ["nước mắm hội an", "nước mắm", { districts: ["hoi-an"] }],
    ["nuoc mam hoi an", "nuoc mam", { districts: ["hoi-an"] }],
    ["Quế Sơn", "", { districts: ["que-son"] }],
    ["bánh ở TP. Hội An", "bánh", { districts: ["hoi-an"] }],
    ["trà Cù Lao Chàm", "trà", { commune: "tan-hiep-hoi-an" }],
    ["cu lao cham", "", { commune: "tan-hiep-hoi-an" }],
    ["tiêu xã Tiên Phong", "tiêu", { commune: "tien-phong" }],
    ["tiêu Tiên Phong, Tiên Phước", "tiêu", { commune: "tien-phong" }],
    [
      "xã Tiên Phong huyện Tiên Phước",
      "",
      { commune: "tien-phong", districts: ["tien-phuoc"] },
    ],
    ["Tiên Phước", "", { districts: ["tien-phuoc"] }],
    ["xã Tiên Phước", "", { commune: "tp-1" }],
    ["phường Hội An", "", { commune: "ha-1" }],
    ["gạo Hùng Sơn", "gạo", { commune: "hs-1" }],
    ["gạo Axan", "gạo", { commune: "a-xan" }],
    ["chè xanh xã Ba", "chè xanh", { commune: "ba" }],
    ["quế Trà My", "quế", { districts: ["bac-tra-my", "nam-tra-my"] }],
    ["Phước Hòa Phước Sơn", "", { commune: "phuoc-hoa-ps" }],
  ])("%j", (q, words, filters) =>
    expect(understood(q)).toMatchObject({ words, ...filters }),
  )

  it.each(["quế", "quê sơn", "rượu ba kích", "Phước Hòa", "hội", "hỏi an"])(
    "%j names none",
    (q) => expect(understood(q)).toEqual({ words: q, phrases: [] }),
  )
})

describe("producers, groups and figures", () => {
  it.each([
    ["Công ty TNHH SX-TM Quý Thu", "", { producer: "quy-thu" }],
    ["bánh dừa công ty tnhh sx-tm quý thu", "bánh dừa", { producer: "quy-thu" }],
    ["nấm hợp tác xã nông nghiệp Hoàng Hải", "nấm", { producer: "hoang-hai" }],
    ["nam htx nn hoang hai", "nam", { producer: "hoang-hai" }],
    ["nấm của Hoàng Hải", "nấm", { producer: "hoang-hai" }],
    ["Quý Thu", "", { producer: "quy-thu" }],
    ["thảo dược", "", { group: "thao-duoc" }],
    ["đồ uống 4 sao", "", { group: "do-uong", stars: [4] }],
    ["hợp tác xã", "", { entityType: "HTX" }],
    [
      "nước mắm 4 sao Hội An dưới 200k",
      "nước mắm",
      { stars: [4], districts: ["hoi-an"], price: { min: 0, max: 200_000 } },
    ],
  ])("%j", (q, words, filters) =>
    expect(understood(q)).toMatchObject({ words, ...filters }),
  )

  it("a group is a word of the goods where there are more words", () =>
    expect(understood("trà thảo dược")).toEqual({ words: "trà thảo dược", phrases: [] }))

  it("a producer of one common word is not taken for a filter", () =>
    expect(understood("trà xanh")).toEqual({ words: "trà xanh", phrases: [] }))
})

it("what is chosen already is not changed by words", () => {
  expect(understood("mật ong 4 sao", { stars: [3] })).toEqual({
    words: "mật ong 4 sao",
    phrases: [],
    stars: [3],
  })
})

it("a text in quotation marks is literal", () =>
  expect(understood("“nước mắm 4 sao”")).toEqual({
    words: "“nước mắm 4 sao”",
    phrases: [],
  }))
