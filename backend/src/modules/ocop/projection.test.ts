import { describe, expect, it } from "vitest"
import { LOCAL_SPECIALITY } from "../../contracts/receiving"
import { inversePatch, metadataPatch, projectionOf } from "./projection"

const recognition = {
  id: "a",
  decision_date: "2025-10-01",
  expires_on: "2028-10-01",
  proposed: false,
  revoked_on: null,
  superseded_on: null,
  superseded_by_id: null,
  stars: 4,
  certificate_number: "DEMO-1",
  commune_code: "20878",
  district_code: "514",
  producer_name: "Hộ ông A",
}
const names: Record<string, string> = {
  "20878": "Xã Tiên Phong",
  "514": "Huyện Tiên Phước",
}
const project = (today: string, history = [recognition]) =>
  projectionOf(history, (code) => names[code], "HTX Tiên Phong", today)

describe("projectionOf", () => {
  it("publishes the recognition in force", () => {
    expect(project("2026-11-22")).toEqual({
      ocop_stars: 4,
      ocop_certificate: "DEMO-1",
      ocop_expires_on: "2028-10-01",
      origin_commune: "Xã Tiên Phong",
      origin_district: "Huyện Tiên Phước",
      producer: "HTX Tiên Phong",
    })
  })

  it("publishes nothing from the day it runs out", () => {
    expect(project("2028-09-30")).toHaveProperty("ocop_stars", 4)
    expect(project("2028-10-01")).toEqual({})
    expect(project("2026-11-22", [])).toEqual({})
  })
})

describe("metadataPatch", () => {
  it("touches only its own keys", () => {
    const patch = metadataPatch(
      { picture: 1, ocop_stars: 3, producer: "A" },
      { ocop_stars: 4 },
    )
    expect(patch).toEqual({ ocop_stars: 4, producer: "" })
  })

  it("leaves the mark of a local speciality alone", () => {
    expect(
      metadataPatch(
        { [LOCAL_SPECIALITY]: true, ocop_stars: 3 },
        projectionOf([], () => undefined, undefined, "2026-11-22"),
      ),
    ).toEqual({ ocop_stars: "" })
  })

  it("is null when nothing has to change", () => {
    expect(metadataPatch({ ocop_stars: 4, x: 1 }, { ocop_stars: 4 })).toBeNull()
    expect(metadataPatch(null, {})).toBeNull()
  })

  it("can be undone", () => {
    const before = { ocop_stars: 3 }
    expect(inversePatch(before, { ocop_stars: 4, producer: "B" })).toEqual({
      ocop_stars: 3,
      producer: "",
    })
  })
})
