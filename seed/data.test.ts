/** The data files: whole, honest, and equal to the published tables. */
import { describe, expect, it } from "vitest"
import { plusDays, type Day } from "../backend/src/contracts/calendar"
import {
  isCurrent,
  recognitionStatus,
  recognitionStatusOn,
  type RecognitionStatus,
} from "../backend/src/contracts/recognition"
import { foldText, slugify } from "../backend/src/contracts/text"
import { supersessions } from "../backend/src/modules/ocop/register"
import { REGIMES } from "../backend/src/modules/ocop/regimes"
import { recordRecognition } from "../backend/src/workflows/ocop/inputs"
import {
  addressUnits,
  communeOf,
  currentUnitOf,
  districtOf,
  figures,
  goods,
  kinds,
  places,
  producerOf,
  producers,
  products,
  showrooms,
} from "./data"
import { factsOf } from "./facts"
import { registerLines } from "./register"
import { type SeedProduct } from "./schema"
import { stockOf } from "./stock"

const TODAYS: Day[] = ["2026-11-21", "2027-06-01", "2029-02-28"]
const END_OF_2020 = "2020-12-31"

const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

function countBy<Row>(rows: readonly Row[], key: (row: Row) => string | number) {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}

/** Lines of one product with the states they are in, as the register would compute them. */
function states(product: SeedProduct, today: Day) {
  const entries = registerLines(product, today).map(
    ({ recognition, revoked }, index) => ({
      ...recognition,
      id: String(index),
      proposed: recognition.proposed ?? false,
      revoked_on: revoked?.on ?? null,
      superseded_on: null as Day | null,
      superseded_by_id: null as string | null,
    }),
  )
  const ends = new Map(supersessions(entries).map((end) => [end.id, end.superseded_on]))
  return entries.map((entry) => {
    const facts = { ...entry, superseded_on: ends.get(entry.id) ?? null }
    return { ...facts, status: recognitionStatusOn(facts, today) }
  })
}

/** What the register of 31/12/2020 says about each product it knew. */
const register2020 = products.flatMap((product) => {
  const decided = registerLines(product, TODAYS[0])
    .map(({ recognition }) => recognition)
    .filter(({ decision_date }) => decision_date !== null && decision_date <= END_OF_2020)
  const last = decided.at(-1)
  const first = decided[0]
  return last && first ? [{ product, first, last }] : []
})

describe("published tables of 31/12/2020", () => {
  it("has 210 products by group", () => {
    expect(countBy(register2020, ({ last }) => last.display_group)).toEqual({
      "thuc-pham": 157,
      "do-uong": 12,
      "thao-duoc": 16,
      "vai-may-mac": 4,
      "luu-niem": 20,
      "du-lich": 1,
    })
  })

  it("has 1 potential five-star, 23 four-star, 186 three-star", () => {
    const star = ({ last }: (typeof register2020)[number]) =>
      last.proposed_stars === 5 && (last.proposed_on ?? "") <= END_OF_2020
        ? "5 proposed"
        : String(last.stars)
    expect(countBy(register2020, star)).toEqual({ "5 proposed": 1, "4": 23, "3": 186 })
  })

  it("has 189 subjects by type", () => {
    const subjects = new Map(
      register2020.map(({ product, last }) => [product.producer, last.entity_type]),
    )
    expect(countBy([...subjects.values()], (type) => type)).toEqual({
      HTX: 65,
      DN: 30,
      THT: 6,
      HKD: 88,
    })
    const named = new Set(register2020.map(({ last }) => last.producer_name))
    expect(named.size).toBe(189)
  })

  it("has cohorts of 25, 81 and 104", () => {
    expect(countBy(register2020, ({ first }) => first.evaluation_year)).toEqual({
      "2018": 25,
      "2019": 81,
      "2020": 104,
    })
  })

  it("has all 210 in force that day", () => {
    const current = register2020.filter(
      ({ last }) => (last.expires_on ?? "") > END_OF_2020,
    )
    expect(current).toHaveLength(210)
  })

  it("has 19 points by funding", () => {
    expect(
      countBy(showrooms, ({ funding_source, kind }) => `${funding_source} ${kind}`),
    ).toEqual({
      "state-budget point": 12,
      "state-budget center": 1,
      "truong-son-xanh center": 1,
      "ministry-of-industry-and-trade point": 1,
      "unstated point": 4,
    })
    const centers = showrooms.filter(({ kind }) => kind === "center")
    expect(
      centers.map(({ district, funding_source }) => [
        districtOf.get(district)?.name,
        funding_source,
      ]),
    ).toEqual([
      ["Tây Giang", "truong-son-xanh"],
      ["Tiên Phước", "state-budget"],
    ])
    expect(new Set(showrooms.map(({ district }) => district)).size).toBe(18)
  })
})

describe.each(TODAYS)("seeded on %s", (today) => {
  const all = products.flatMap((product) => states(product, today))

  it("has at least 200 products with a valid certificate", () => {
    const valid = products.filter((product) =>
      states(product, today).some(({ status }) => isCurrent(status)),
    )
    expect(valid.length).toBeGreaterThanOrEqual(200)
  })

  it("has every state at least once", () => {
    const seen = new Set<RecognitionStatus>(all.map(({ status }) => status))
    expect([...seen].sort()).toEqual([...recognitionStatus.options].sort())
  })

  it("has certificates that run out in 20, 80 and 170 days", () => {
    for (const days of [20, 80, 170]) {
      // A decision of 29 February is 36 months from 28 February: a day less.
      const ends = [plusDays(today, days), plusDays(today, days - 1)]
      expect(all.some(({ expires_on }) => ends.includes(expires_on ?? ""))).toBe(true)
    }
  })

  it("gives the register lines it accepts, each product at most one in force", () => {
    for (const product of products) {
      const lines = registerLines(product, today)
      for (const { recognition } of lines)
        recordRecognition.parse({ ...recognition, product_id: "prod" })
      const days = lines.flatMap(({ recognition }) => recognition.decision_date ?? [])
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((day) => day <= today)).toBe(true)
      const current = states(product, today).filter(({ status }) => isCurrent(status))
      expect(current.length).toBeLessThanOrEqual(1)
    }
  })

  it("names legal groups that the regimes have", () => {
    const known = new Set(
      REGIMES.flatMap(({ rule, groups }) =>
        groups.map(({ code }) => `${rule.code} ${code}`),
      ),
    )
    for (const { regime_code, group_code } of all)
      expect(known).toContain(`${regime_code} ${group_code}`)
  })
})

describe("real facts", () => {
  const historyOf = (handle: string) =>
    products
      .filter((product) => product.handle === handle)
      .flatMap((product) => states(product, "2026-11-21"))

  it("keeps the rise of Quý Thu, a household then and a company now", () => {
    expect(
      historyOf("banh-dua-nuong-quy-thu").map(
        ({ stars, entity_type, decision_no, expires_on, status }) => [
          stars,
          entity_type,
          decision_no,
          expires_on,
          status,
        ],
      ),
    ).toEqual([
      [3, "HKD", null, "2023-12-28", "expired"],
      [5, "DN", "377", "2028-01-17", "valid"],
    ])
  })

  it("keeps the fall of Dé Lantana", () => {
    const history = historyOf("den-long-hoi-an-de-lantana")
    expect(history.map(({ stars, proposed_stars }) => [stars, proposed_stars])).toEqual([
      [3, null],
      [4, 5],
      [3, 4],
    ])
  })

  it("keeps the score of Tiêu Tiên Phước", () => {
    expect(historyOf("tieu-tien-phuoc")).toContainEqual(
      expect.objectContaining({
        decision_no: "3610/QĐ-UBND",
        score: 70.9,
        stars: 4,
        sample: false,
      }),
    )
  })
})

describe("places", () => {
  it("has 18 districts, 241 communes, 78 units of today, 9 districts in the mountains", () => {
    expect(places.districts).toHaveLength(18)
    expect(places.communes).toHaveLength(241)
    expect(places.current).toHaveLength(78)
    expect(places.districts.filter(({ mountain }) => mountain)).toHaveLength(9)
    for (const { district, current } of places.communes) {
      expect(districtOf.has(district)).toBe(true)
      expect(currentUnitOf.has(current)).toBe(true)
    }
  })

  it("has unique slugs that follow from the names", () => {
    expect(duplicates(places.districts.map(({ slug }) => slug))).toEqual([])
    expect(duplicates(places.communes.map(({ slug }) => slug))).toEqual([])
    for (const { code, name, slug, district } of places.communes) {
      const plain = slugify(`${name} ${districtOf.get(district)?.name}`)
      expect([plain, `${plain}-${code}`]).toContain(slug)
    }
  })

  it("has the whole country of today, with our 78 units as the register knows them", () => {
    expect(addressUnits).toHaveLength(34)
    const communes = addressUnits.flatMap((province) => province.communes)
    expect(communes).toHaveLength(3321)
    expect(duplicates(communes.map(([code]) => code))).toEqual([])
    const daNang = new Map(addressUnits.find(({ code }) => code === "48")?.communes)
    for (const { code, kind, name } of places.current)
      expect(foldText(daNang.get(code) ?? "")).toBe(foldText(`${kind} ${name}`))
  })
})

describe("references and honesty", () => {
  it("resolves every id", () => {
    for (const product of goods) {
      expect(producerOf.has(product.producer)).toBe(true)
      expect(Object.keys(kinds)).toContain(product.kind)
      const commune = product.commune && communeOf.get(product.commune)
      if (product.commune) expect(commune).toMatchObject({ district: product.district })
    }
    const makers = new Set(goods.map(({ producer }) => producer))
    for (const { handle } of producers) expect(makers).toContain(handle)
    for (const { current_commune } of showrooms)
      expect(currentUnitOf.has(current_commune)).toBe(true)
  })

  it("has unique handles, numbers and keys", () => {
    expect(duplicates(goods.map(({ handle }) => handle))).toEqual([])
    expect(duplicates(goods.map(({ no }) => String(no)))).toEqual([])
    expect(duplicates(producers.map(({ handle }) => handle))).toEqual([])
    expect(duplicates(producers.map(({ name }) => name))).toEqual([])
    expect(duplicates(showrooms.map(({ handle }) => handle))).toEqual([])
    expect(duplicates(figures.map(({ key }) => key))).toEqual([])
    for (const { handle, title } of goods) expect(handle).toBe(slugify(title))
  })

  it("has no telephone number and no e-mail address", () => {
    const prose = JSON.stringify([goods, producers, showrooms, figures, kinds])
    expect(prose).not.toMatch(/(?:\+84|\b0)(?:[\s.-]?\d){9,10}\b/)
    expect(prose).not.toMatch(/\w@\w/)
  })

  it("numbers certificates DEMO- and flags what is assumed", () => {
    const lines = products.flatMap((product) => registerLines(product, "2026-11-21"))
    const numbers = lines.flatMap(
      ({ recognition }) => recognition.certificate_number ?? [],
    )
    expect(numbers.every((number) => number.startsWith("DEMO-"))).toBe(true)
    expect(duplicates(numbers)).toEqual([])
    for (const { recognition } of lines) {
      const { decision_no, sample } = recognition
      if (decision_no !== null && !decision_no.startsWith("DEMO-"))
        expect(["377", "3610/QĐ-UBND"]).toContain(decision_no)
      if (decision_no?.startsWith("DEMO-")) expect(sample).toBe(true)
    }
    for (const product of goods.filter(({ sample }) => sample)) {
      expect(producerOf.get(product.producer)?.sample).toBe(true)
      expect(product.recognitions.every(({ sample }) => sample)).toBe(true)
    }
  })

  it("makes no medical claim but the duty line on food supplements", () => {
    const duty =
      "Sản phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh."
    const supplements = products.filter(({ description }) => description.includes(duty))
    expect(supplements.map(({ handle }) => handle)).toEqual(["tpbvsk-saphraton"])
    for (const product of goods) {
      const prose = `${product.description} ${JSON.stringify(factsOf(product))}`
      expect(prose.replace(duty, "")).not.toMatch(/chữa|trị bệnh|điều trị|phòng bệnh/i)
    }
  })

  it("sells alcohol over the counter only", () => {
    for (const { title, kind } of products)
      if (/^Rượu/.test(title)) expect(kinds[kind]?.counter_only_reason).toMatch(/18 tuổi/)
  })

  it("puts every product on 1 to 6 shelves; a few are sold out", () => {
    const totals = products.map((product) => {
      const shelves = stockOf(product, 0)
      expect(shelves.length).toBeGreaterThanOrEqual(product.group === "du-lich" ? 1 : 2)
      expect(shelves.length).toBeLessThanOrEqual(6)
      return shelves.reduce((sum, { quantity }) => sum + quantity, 0)
    })
    expect(totals.filter((total) => total === 0).length).toBeGreaterThan(2)
    expect(totals.filter((total) => total === 0).length).toBeLessThan(25)
  })
})
