import { describe, expect, it } from "vitest"
import { type Giver, suggestTransfers } from "./transfer-suggestions"

const HOI_AN = { latitude: 15.88, longitude: 108.33 }
const at = (north: number) => ({ ...HOI_AN, latitude: HOI_AN.latitude + north })

const giver = (id: string, surplus: number, north: number | null): Giver => ({
  location_id: id,
  point_name: id,
  position: north === null ? null : at(north),
  surplus,
})
const shortage = { location_id: "here", position: HOI_AN, missing: 5 }
const idsFor = (givers: readonly Giver[]) =>
  suggestTransfers(shortage, givers).map(({ location_id }) => location_id)

describe("suggested transfers", () => {
  it("come from the nearest point first, though a farther one has more", () =>
    expect(idsFor([giver("far", 90, 0.5), giver("near", 2, 0.2)])).toEqual([
      "near",
      "far",
    ]))

  it("come from the one with more where two are equally near", () =>
    expect(idsFor([giver("little", 2, 0.01), giver("much", 9, 0.05)])).toEqual([
      "much",
      "little",
    ]))

  it("come last from points of which nobody knows where they are", () =>
    expect(idsFor([giver("nowhere", 90, null), giver("far", 1, 2)])).toEqual([
      "far",
      "nowhere",
    ]))

  it("are three at most, and none from the point itself or from one without surplus", () =>
    expect(
      idsFor([
        giver("here", 9, 0),
        giver("empty", 0, 0),
        ...["a", "b", "c", "d"].map((id, n) => giver(id, 1, n)),
      ]),
    ).toEqual(["a", "b", "c"]))

  it("are of what is missing and no more than there is", () => {
    const [much, little] = suggestTransfers(shortage, [
      giver("much", 9, 0),
      giver("little", 2, 0.5),
    ])
    expect(much).toMatchObject({ surplus: 9, pieces: 5, distance_km: 0 })
    expect(little).toMatchObject({ surplus: 2, pieces: 2, distance_km: 56 })
  })
})
