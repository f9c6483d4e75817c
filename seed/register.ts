/** From the data's recognitions to lines of the register, for a given day of seeding. */
import {
  type Day,
  dayInVietnam,
  plusDays,
  plusMonths,
} from "../backend/src/contracts/calendar"
import { type GroupSlug } from "../backend/src/contracts/group"
import { expiryOf, VALIDITY_MONTHS } from "../backend/src/contracts/recognition"
import { REGIMES } from "../backend/src/modules/ocop/regimes"
import { type RecordRecognitionInput } from "../backend/src/workflows/ocop/inputs"
import { communeOf, districtOf, fullName, kindOf, lookUp, producerOf } from "./data"
import { type SeedDay, type SeedProduct, type SeedRecognition } from "./schema"

/** A line of the register without its product, and how it was ended, if it was. */
export type RegisterLine = {
  recognition: Omit<RecordRecognitionInput, "product_id"> & {
    decision_date: Day | null
    expires_on: Day | null
  }
  revoked: { on: Day; reason: string } | null
}

export function dayOf(when: SeedDay, today: Day): Day {
  if (typeof when === "string") return when
  return "days_ago" in when
    ? plusDays(today, -when.days_ago)
    : plusMonths(plusDays(today, when.expires_in), -VALIDITY_MONTHS)
}

/** Code of the rule set in force; the first one where the day lies before all of them. */
export function regimeOn(on: Day): string {
  const inForce = REGIMES.filter(({ rule }) => rule.valid_from <= on).at(-1)
  return (inForce ?? REGIMES[0])?.rule.code ?? ""
}

/** Legal groups of 2023: cloth and souvenirs became one, herbs got a longer name. */
const GROUP_OF_2023: Record<GroupSlug, string> = {
  "thuc-pham": "thuc-pham",
  "do-uong": "do-uong",
  "thao-duoc": "duoc-lieu",
  "vai-may-mac": "thu-cong-my-nghe",
  "luu-niem": "thu-cong-my-nghe",
  "du-lich": "du-lich",
}

export function legalGroup(
  product: Pick<SeedProduct, "group" | "kind">,
  regime: string,
): string {
  if (regime === "R3") {
    const { group_2026 } = kindOf(product)
    if (group_2026 === null)
      throw new Error(`Seed data: ${product.kind} has no legal group`)
    return group_2026
  }
  return regime === "R2" || regime === "R2b"
    ? GROUP_OF_2023[product.group]
    : product.group
}

const DISTRICTS_RECOGNISE_FROM = "2023-02-24"
const PROVINCE_ENDED_ON = "2025-07-01"
const MINISTRY_RENAMED_ON = "2025-03-01"

/** Who signed: it changed twice, and the province itself came to an end. */
function issuerOf(product: SeedProduct, stars: number, on: Day): string {
  if (stars === 5)
    return on < MINISTRY_RENAMED_ON
      ? "Bộ Nông nghiệp và Phát triển nông thôn"
      : "Bộ Nông nghiệp và Môi trường"
  if (on >= PROVINCE_ENDED_ON) return "UBND thành phố Đà Nẵng"
  if (stars === 3 && on >= DISTRICTS_RECOGNISE_FROM) {
    const { kind, name } = lookUp(districtOf, product.district, "district")
    return `UBND ${kind} ${name}`
  }
  return "UBND tỉnh Quảng Nam"
}

function originText(product: SeedProduct): string {
  const district = lookUp(districtOf, product.district, "district")
  const rest = `${district.kind} ${district.name}, tỉnh Quảng Nam`
  if (product.commune === null) return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
  return `${fullName(lookUp(communeOf, product.commune, "commune"))}, ${rest}`
}

/** Years have two rounds; only a decision whose day we know tells which it was. */
const roundOf = (on: Day): number => (Number(on.slice(5, 7)) <= 6 ? 1 : 2)

function registerLine(
  product: SeedProduct,
  row: SeedRecognition,
  index: number,
  today: Day,
): RegisterLine {
  const producer = lookUp(producerOf, product.producer, "producer")
  const on = row.on === null ? null : dayOf(row.on, today)
  const year = row.evaluation_year ?? Number((on ?? today).slice(0, 4))
  const round = row.round ?? roundOf(on ?? today)
  const regime = regimeOn(on ?? `${year}-12-31`)
  const stars = row.stars ?? null
  const isAssumedDay = typeof row.on === "object" && row.on !== null
  return {
    recognition: {
      regime_code: regime,
      group_code: legalGroup(product, regime),
      display_group: product.group,
      // Decisions we don't know stay unnamed; invented ones say that they are.
      decision_no: row.decision_no ?? (isAssumedDay ? `DEMO-QĐ-${year}-${round}` : null),
      decision_date: on,
      expires_on: on === null ? null : expiryOf(on),
      issuer: issuerOf(product, stars ?? 3, on ?? today),
      stars,
      score: row.score ?? null,
      proposed: row.state === "proposed",
      proposed_stars: row.proposed_stars ?? null,
      proposed_on: row.proposed_on === undefined ? null : dayOf(row.proposed_on, today),
      evaluation_year: year,
      round,
      certificate_number:
        on === null ? null : `DEMO-${String(product.no).padStart(4, "0")}-${index + 1}`,
      producer_name: row.as?.name ?? producer.name,
      entity_type: row.as?.entity_type ?? producer.entity_type,
      commune_code: product.commune,
      district_code: product.district,
      origin_text: originText(product),
      sample: row.sample,
    },
    revoked: row.revoked
      ? { on: plusDays(today, -row.revoked.days_ago), reason: row.revoked.reason }
      : null,
  }
}

/** The product's lines of the register, in the order of the data. */
export const registerLines = (
  product: SeedProduct,
  today: Day = dayInVietnam(),
): RegisterLine[] =>
  product.recognitions.map((row, index) => registerLine(product, row, index, today))
