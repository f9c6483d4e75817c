/** What people type and what must come first, against the real engine with the demo catalogue. */
import { foldText } from "@ocop/backend/contracts/text"
import { describe, expect, it } from "vitest"
import { search } from "../support/search"

const ask = (q: string) => search(new URLSearchParams({ q }).toString())
const titles = async (q: string) => (await ask(q)).hits.map(({ title }) => title)
const nfd = (text: string) => text.normalize("NFD")

/** What is typed → a text that stands in one of the first three titles. */
const FOUND: readonly (readonly [q: string, title: string])[] = [
  // As it is written, in any case and normal form.
  ["nước mắm", "Nước mắm"],
  ["NƯỚC MẮM", "Nước mắm"],
  [nfd("nước mắm"), "Nước mắm"],
  ["Ớt A Riêu", "A Riêu"],
  ["mật ong", "Mật ong"],
  ["mộc nhĩ", "mộc nhĩ"],
  ["bánh tráng Đại lộc", "Bánh tráng Đại Lộc"],
  ["đèn lồng hội an", "Đèn lồng Hội An"],
  ["trầm hương vòng", "trầm hương"],
  // Without accents.
  ["nuoc mam cua khe", "Cửa Khe"],
  ["banh dua nuong", "Bánh dừa nướng"],
  ["tra dang sam", "Trà đẳng sâm"],
  ["gao cai quat mo", "Cái quạt mo"],
  ["bot nghe", "Tinh bột nghệ"],
  ["giao co lam", "giảo cổ lam"],
  ["ruou ba kich", "Rượu ba kích"],
  // Half of them, and in the wrong place.
  ["nước mam", "Nước mắm"],
  ["banh tráng", "Bánh tráng"],
  ["tiêu tiên phứơc", "Tiêu Tiên Phước"],
  ["nghệ hoà", "nghệ"],
  // Keys of an input method that is switched off.
  ["nuoc71 mam81", "Nước mắm"],
  ["nuwowcs mawms", "Nước mắm"],
  ["daauf mef", "Dầu mè"],
  ["bichs hoaj", "Bích Họa"],
  ["maatj ong", "Mật ong"],
  ["ruou75 can62", "Rượu cần"],
  ["ddenf loongf", "Đèn lồng"],
  // Words of other regions.
  ["dầu lạc", "Dầu ph"],
  ["dau lac", "Dầu ph"],
  ["dầu vừng", "Dầu mè"],
  ["tương ớt vừng", "Tương ớt mè"],
  ["phở khoai mì", "Phở sắn"],
  ["thịt lợn đen", "heo đen"],
  ["trà dây", "Chè dây"],
  ["thơm siro", "Siro dứa"],
  ["tinh dầu xả", "Tinh dầu sả"],
  ["kẹo lạc", "Kẹo đậu"],
  ["nấm mèo", "mộc nhĩ"],
  ["mướp đắng", "Khổ qua"],
  ["đảng sâm", "đẳng sâm"],
  // One wrong letter, in short words, too.
  ["nước mắn", "Nước mắm"],
  ["nuoc nam cua khe", "Cửa Khe"],
  ["bánh trángg", "Bánh tráng"],
  ["mat onh", "Mật ong"],
  ["den lonh", "Đèn lồng"],
  ["tieo tien phuoc", "Tiêu Tiên Phước"],
  ["ruou ba kihc", "Rượu ba kích"],
  // Syllables run together or torn apart.
  ["za reh", "Ra Zéh"],
  ["arieu", "A Riêu"],
  ["nuocmam", "Nước mắm"],
  ["matong", "Mật ong"],
  ["Ariêu", "A Riêu"],
  // What is said around it.
  ["mua nước mắm ngon ở đâu", "Nước mắm"],
]

describe("what is typed finds it among the first three", () => {
  it.each(FOUND)("%j → %s", async (q, title) => {
    const first = (await titles(q)).slice(0, 3)
    expect(
      first.some((found) => foldText(found).includes(foldText(title))),
      `found ${JSON.stringify(first)}`,
    ).toBe(true)
  })

  it.each(["iphone 15", "máy giặt samsung", "xyzzyplughqwertz", "qwrtp"])(
    "%j finds nothing",
    async (q) => expect(await ask(q)).toMatchObject({ total: 0, hits: [] }),
  )
})

describe("accents", () => {
  const WORD: Record<string, RegExp> = {
    dừa: /(?<!\p{L})dừa(?!\p{L})/iu,
    dứa: /(?<!\p{L})(dứa|thơm|khóm)(?!\p{L})/iu,
    dưa: /(?<!\p{L})dưa(?!\p{L})/iu,
  }
  it.each(Object.entries(WORD))("%s keeps to itself", async (q, pattern) => {
    const [first] = await titles(q)
    expect(first).toMatch(pattern)
    for (const [other, otherPattern] of Object.entries(WORD))
      if (other !== q)
        for (const title of await titles(q))
          if (otherPattern.test(title)) expect(title).toMatch(pattern)
  })

  it("without the accent all three come, none missing", async () => {
    const found = await titles("dua")
    for (const q of Object.keys(WORD))
      for (const title of (await titles(q)).slice(0, 3)) expect(found).toContain(title)
  })

  it("the tone may stand on either vowel", async () =>
    expect(await titles("bích hoạ")).toEqual(await titles("bích họa")))
})

describe("order", () => {
  it("an oil comes before a candy of the same nut", async () => {
    const found = await titles("dau phung")
    const oil = found.findIndex((title) => /dầu/i.test(title))
    const candy = found.findIndex((title) => /kẹo/i.test(title))
    expect(oil).toBeGreaterThanOrEqual(0)
    expect(candy).toBeGreaterThan(oil)
  })

  it("what is called so comes before what is made there", async () => {
    const found = await titles("trà")
    expect(found.slice(0, 5).every((title) => /trà|chè/i.test(title))).toBe(true)
    // A place called Trà … is no tea.
    for (const title of found.slice(0, 10)) expect(title).not.toMatch(/cam|măng|quế khô/i)
  })

  it("of equal matches more stars come first", async () => {
    const { hits } = await ask("nước mắm")
    const named = hits.filter(({ title }) => /^Nước mắm \p{Lu}/u.test(title))
    const stars = named.map((hit) => hit.stars)
    expect(named.length).toBeGreaterThan(2)
    expect(stars).toEqual([...stars].sort((a, b) => b - a))
  })

  it("a producer's name finds the producer's goods", async () => {
    const { hits } = await ask("hoang hai")
    expect(hits.length).toBeGreaterThan(1)
    for (const { producer } of hits) expect(producer).toContain("Hoàng Hải")
  })
})

describe("words that mean a filter", () => {
  it("stars", async () => {
    const { hits, understood } = await ask("nước mắm 4 sao")
    expect(hits.length).toBeGreaterThan(0)
    for (const { stars } of hits) expect(stars).toBe(4)
    expect(hits[0]?.title).toContain("Nước mắm")
    expect(understood).toMatchObject({ words: "nước mắm" })
    expect(new URLSearchParams(understood?.query).get("sao")).toBe("4")
  })

  it("quế sơn is a district, quế is a spice", async () => {
    const district = await ask("quế sơn")
    expect(district.total).toBeGreaterThan(0)
    for (const hit of district.hits) expect(hit.district).toBe("Huyện Quế Sơn")
    const spice = (await titles("quế")).slice(0, 3)
    for (const title of spice) expect(title).toMatch(/quế/i)
  })

  it.each(["Cù Lao Chàm", "cu lao cham", "xã Tân Hiệp"])("%s is a commune", async (q) => {
    const { hits, total } = await ask(q)
    expect(total).toBeGreaterThan(0)
    for (const { commune } of hits) expect(commune).toBe("Xã Tân Hiệp")
  })

  it("a unit of today stands for the communes it was made of", async () => {
    const { hits, total } = await ask("xã Tiên Phước")
    expect(total).toBeGreaterThan(0)
    for (const { commune } of hits) expect(commune).toMatch(/Tiên (Kỳ|Mỹ|Phong|Thọ)$/)
  })

  it("a price", async () => {
    const { hits, total } = await ask("mật ong dưới 200k")
    expect(total).toBeGreaterThan(0)
    for (const { price } of hits) expect(price).toBeLessThanOrEqual(200_000)
  })

  it("a producer in full", async () => {
    const { hits } = await ask("hợp tác xã nông nghiệp Hoàng Hải")
    expect(hits.length).toBeGreaterThan(1)
    for (const { producer } of hits) expect(producer).toBe("HTX Nông nghiệp Hoàng Hải")
  })

  it("a group that stands alone", async () => {
    const { hits } = await ask("đồ uống 3 sao")
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits) expect(hit).toMatchObject({ group: "do-uong", stars: 3 })
  })

  it("everything is a speciality of Quảng Nam", async () =>
    expect((await ask("đặc sản quảng nam")).total).toBe((await search("")).total))

  it("in quotation marks they are words", async () => {
    const { understood } = await ask("“nước mắm 4 sao”")
    expect(understood).toBeUndefined()
  })
})

describe("the OCOP filter", () => {
  it("leaves out what has expired, the name does not", async () => {
    const certified = await search("chung-nhan=1")
    const everything = await search("")
    expect(certified.total).toBeGreaterThan(0)
    expect(certified.total).toBeLessThan(everything.total)
    const expired = everything.hits.length > 0 ? await expiredProduct() : undefined
    if (!expired) throw new Error("the demo has no product without a valid certificate")
    expect(await titles(expired.title)).toContain(expired.title)
    const found = await search(
      new URLSearchParams({ q: expired.title, "chung-nhan": "1" }).toString(),
    )
    expect(found.hits.map(({ handle }) => handle)).not.toContain(expired.handle)
  })
})

async function expiredProduct() {
  for (let page = 1; page <= 15; page += 1) {
    const { hits } = await search(`sap-xep=gia-tang&trang=${page}`)
    const expired = hits.find(({ stars }) => stars === 0)
    if (expired) return expired
  }
  return undefined
}

describe("codes", () => {
  it("the number of a decision finds what it recognised", async () => {
    const [hit] = (await search("chung-nhan=1")).hits
    expect(hit).toBeDefined()
    const page = await ask("DEMO")
    expect(page.total).toBeGreaterThan(0)
  })
})
