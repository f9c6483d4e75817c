import { describe, expect, it } from "vitest"
import { byDistrict, filterProducers, readProducerFilter } from "./producer-groups"

const producers = [
  { name: "HTX Tiên Cảnh", entity_type: "HTX" as const, district: "Tiên Phước" },
  { name: "Cơ sở Đại Hưng", entity_type: "HKD" as const, district: "Đại Lộc" },
  { name: "Công ty Hoa Nam", entity_type: "DN" as const, district: null },
  { name: "HTX An Nông", entity_type: "HTX" as const, district: "Tiên Phước" },
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

it("gathers by district in Vietnamese order, nameless last", () => {
  expect(
    byDistrict(producers).map(({ district, producers: members }) => [
      district,
      members.map(({ name }) => name),
    ]),
  ).toEqual([
    ["Đại Lộc", ["Cơ sở Đại Hưng"]],
    ["Tiên Phước", ["HTX An Nông", "HTX Tiên Cảnh"]],
    [null, ["Công ty Hoa Nam"]],
  ])
})
