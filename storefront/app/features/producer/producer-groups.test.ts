import { describe, expect, it } from "vitest"
import {
  byDistrict,
  filterProducers,
  readProducerFilter,
  sortProducers,
} from "./producer-groups"

const producers = [
  {
    name: "HTX Tiên Cảnh",
    entity_type: "HTX" as const,
    district: "Tiên Phước",
    sample: false,
  },
  {
    name: "Cơ sở Đại Hưng",
    entity_type: "HKD" as const,
    district: "Đại Lộc",
    sample: false,
  },
  { name: "Công ty Hoa Nam", entity_type: "DN" as const, district: null, sample: false },
  {
    name: "HTX An Nông",
    entity_type: "HTX" as const,
    district: "Tiên Phước",
    sample: false,
  },
]
const names = (search: string) =>
  filterProducers(producers, readProducerFilter(new URLSearchParams(search))).map(
    ({ name }) => name,
  )

describe("filterProducers", () => {
  it("takes the kind, and ignores one that does not exist", () => {
    expect(names("loai=hop-tac-xa")).toEqual(["HTX Tiên Cảnh", "HTX An Nông"])
    expect(names("loai=nha-may")).toHaveLength(4)
  })
  it("finds words without diacritics, in name and district", () => {
    expect(names("q=dai hung")).toEqual(["Cơ sở Đại Hưng"])
    expect(names("q=tien phuoc an")).toEqual(["HTX Tiên Cảnh", "HTX An Nông"])
    expect(names("q=không có")).toEqual([])
  })
})

it("sorts by district and name in Vietnamese order, invented and nameless last", () => {
  const invented = {
    name: "An Phú (mẫu)",
    entity_type: "HKD" as const,
    district: "Huyện Tiên Phước",
    sample: true,
  }
  expect(
    byDistrict(sortProducers([invented, ...producers])).map(
      ({ district, producers: members }) => [district, members.map(({ name }) => name)],
    ),
  ).toEqual([
    ["Đại Lộc", ["Cơ sở Đại Hưng"]],
    ["Tiên Phước", ["HTX An Nông", "HTX Tiên Cảnh", "An Phú (mẫu)"]],
    [null, ["Công ty Hoa Nam"]],
  ])
})

it("reads the page leniently", () => {
  const page = (search: string) => readProducerFilter(new URLSearchParams(search)).page
  expect([
    page("trang=3"),
    page("trang=0"),
    page("trang=-1"),
    page("trang=x"),
    page(""),
  ]).toEqual([3, 1, 1, 1, 1])
})
