/** Where a product comes from, in the words of its certificate and in today's. */
import { type z } from "@medusajs/framework/zod"
import { bareName } from "../contracts/place-name"
import { anyOf } from "./_aliases"
import { type PlaceRow, type successionRow } from "./_rows"

/** Former and current units share codes, so they are looked up apart. */
export type Places<Unit extends PlaceRow = PlaceRow> = {
  former: ReadonlyMap<string, Unit>
  current: ReadonlyMap<string, Unit>
  /** Former commune code → code of the commune of today it became part of. */
  successor: ReadonlyMap<string, string>
  /** Matches the bare name of any former district or commune inside a text, capitals and all. */
  names: RegExp
}

export function placesOf<Unit extends PlaceRow>(
  units: readonly Unit[],
  successions: readonly z.output<typeof successionRow>[],
): Places<Unit> {
  const ofEra = (era: PlaceRow["era"]) =>
    new Map(
      units
        .filter((unit) => unit.era === era)
        .map((unit) => [keyOf(unit), unit] as const),
    )
  return {
    former: ofEra("former"),
    current: ofEra("current"),
    successor: new Map(
      successions.map(({ former_code, current_code }) => [former_code, current_code]),
    ),
    names: anyOf([
      "Trà My",
      ...units
        .filter(({ era, level }) => era === "former" && level !== "province")
        .map(({ name }) => bareName(name))
        // "Ba" and "Tư" are communes, too, and numbers.
        .filter((name) => name.includes(" ")),
    ]),
  }
}

// Provinces, districts and communes have codes of 2, 3 and 5 digits: no clash between levels.
const keyOf = (unit: PlaceRow) => unit.code

export type Origin = {
  commune: PlaceRow | null
  district: PlaceRow | null
  /** "Xã Tiên Phong, huyện Tiên Phước, tỉnh Quảng Nam" */
  asCertified: string | null
  currentUnit: PlaceRow | null
  /** "Xã Tiên Phước, thành phố Đà Nẵng" */
  today: string | null
}

/** Inside an address only the first unit begins with a capital. */
const address = (names: readonly (string | undefined)[]): string | null => {
  const known = names.filter((name) => name !== undefined)
  const [first, ...rest] = known
  if (first === undefined) return null
  return [
    first,
    ...rest.map((name) => name.charAt(0).toLowerCase() + name.slice(1)),
  ].join(", ")
}

/** @param codes of the former commune and district; the commune's own district wins. */
export function originOf(
  places: Places,
  codes: { commune_code: string | null; district_code: string | null },
): Origin {
  const former = (code: string | null | undefined) =>
    (code && places.former.get(code)) || undefined
  const current = (code: string | null | undefined) =>
    (code && places.current.get(code)) || undefined

  const commune = former(codes.commune_code)
  const district = former(commune?.parent_code) ?? former(codes.district_code)
  const province = former(district?.parent_code)
  const currentUnit = commune && current(places.successor.get(commune.code))
  return {
    commune: commune ?? null,
    district: district ?? null,
    asCertified: address([commune?.name, district?.name, province?.name]),
    currentUnit: currentUnit ?? null,
    today: address([currentUnit?.name, current(currentUnit?.parent_code)?.name]),
  }
}
