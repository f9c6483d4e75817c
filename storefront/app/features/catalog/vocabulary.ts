/** Names in a search that mean a filter: places of both eras, producers, groups, kinds of producer. */
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { GROUPS, groupSlug, type GroupSlug } from "@ocop/backend/contracts/group"
import { bareName } from "@ocop/backend/contracts/place-name"
import { type PlacesResponse } from "@ocop/backend/contracts/place"
import {
  ENTITY_TYPES,
  entityType,
  type ProducerView,
} from "@ocop/backend/contracts/producer"
import {
  accentedWords,
  isAccented,
  plainWords,
  wordsOf,
} from "@ocop/backend/contracts/search-text"

export type Name = {
  /** As written in full, with its accents. */
  name: string
  filter: Partial<CatalogQuery>
  /** Whether it is also an everyday word for goods: then it is a filter only where it stands alone. */
  everyday: boolean
}

/** Plain words of a name → what it may be, the likeliest first. */
export type Vocabulary = {
  names: ReadonlyMap<string, readonly Name[]>
  /** Words of the longest name. */
  longest: number
}

/** What a district is also called. Names of communes are kept with them (`name_variants`). */
const ALSO_CALLED: readonly { name: string; filter: Partial<CatalogQuery> }[] = [
  { name: "Phố cổ Hội An", filter: { districts: ["hoi-an"] } },
  { name: "Phố Hội", filter: { districts: ["hoi-an"] } },
  { name: "Faifo", filter: { districts: ["hoi-an"] } },
  { name: "Trà My", filter: { districts: ["bac-tra-my", "nam-tra-my"] } },
]

const GROUP_WORDS: Record<GroupSlug, readonly string[]> = {
  "thuc-pham": ["thực phẩm", "đồ ăn"],
  "do-uong": ["đồ uống", "thức uống"],
  "thao-duoc": ["thảo dược", "dược liệu"],
  "vai-may-mac": ["vải", "may mặc", "vải may mặc", "dệt may"],
  "luu-niem": [
    "lưu niệm",
    "quà lưu niệm",
    "đồ lưu niệm",
    "trang trí",
    "nội thất",
    "lưu niệm trang trí",
    "thủ công mỹ nghệ",
  ],
  "du-lich": ["du lịch", "dịch vụ du lịch", "điểm du lịch", "du lịch nông thôn"],
}

/** How the kinds of places are also written. */
const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(thành phố|thị xã|huyện) /iu, ["thành phố", "tp", "thị xã", "tx", "huyện", "h"]],
  [/^phường /iu, ["phường", "p"]],
  [/^xã /iu, ["xã", "x"]],
  [/^thị trấn /iu, ["thị trấn", "tt"]],
]

/** "Huyện Quế Sơn" → "huyện Quế Sơn", "h Quế Sơn", … */
const withKinds = (name: string): string[] => [
  name,
  ...KINDS.filter(([pattern]) => pattern.test(name)).flatMap(([, kinds]) =>
    kinds.map((kind) => `${kind} ${bareName(name)}`),
  ),
]

/** Legal forms as they are written short and long; both are brought to one word. */
const LEGAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bhop tac xa\b/g, "htx"],
  [/\bto hop tac\b/g, "tht"],
  [/\bcong ti\b/g, "cty"],
  [/\btrach nhiem huu han\b/g, "tnhh"],
  [/\bco phan\b/g, "cp"],
  [/\bmot thanh vien\b/g, "mtv"],
  [/\bho kinh doanh\b|\bho kd\b/g, "hkd"],
  [/\bco so kinh doanh\b|\bcskd\b|\bco so\b/g, "cs"],
  [/\bnong nghiep\b/g, "nn"],
  [/\bthuong mai\b/g, "tm"],
  [/\bdich vu\b/g, "dv"],
  [/\bsan xuat\b/g, "sx"],
]
const LEGAL_PREFIX = /^(?:(?:htx|tht|cty|tnhh|cp|mtv|hkd|cs|nn|tm|dv|sx|kd|xd|va) )+/

const legalForm = (plain: string): string =>
  LEGAL_FORMS.reduce((text, [pattern, short]) => text.replace(pattern, short), plain)

/** Under which a name is looked up: plain words, legal forms short. */
export const nameKey = (text: string): string => legalForm(plainWords(text))

/** A core of one word ("Xanh") says too little. */
const isTelling = (core: string) => core.includes(" ") && core.length > 5

export function vocabularyOf(
  places: PlacesResponse,
  producers: readonly Pick<ProducerView, "handle" | "name">[],
): Vocabulary {
  const names = new Map<string, Name[]>()
  const add = (key: string, entry: Name) => {
    if (key !== "") names.set(key, [...(names.get(key) ?? []), entry])
  }
  const place = (text: string, filter: Partial<CatalogQuery>) =>
    add(nameKey(text), { name: text, filter, everyday: false })

  for (const { name, filter } of ALSO_CALLED) place(name, filter)
  for (const { name, slug } of places.districts)
    for (const text of [bareName(name), ...withKinds(name)])
      place(text, { districts: [slug] })

  // "Phước Hòa" lies in two districts: without more it is none of them.
  const bare = new Map<string, number>()
  for (const { name } of places.communes)
    bare.set(bareName(name), (bare.get(bareName(name)) ?? 0) + 1)
  for (const { name, name_variants, slug, district_slug } of places.communes) {
    const district = places.districts.find((each) => each.slug === district_slug)
    const short = bareName(name)
    const filter = { commune: slug }
    if (district) place(`${short} ${bareName(district.name)}`, filter)
    for (const variant of name_variants) place(variant, filter)
    if (bare.get(short) !== 1) continue
    for (const text of withKinds(name)) place(text, filter)
    // "Ba", "Tư" and "Lăng" are words, too.
    if (short.includes(" ")) place(short, filter)
  }
  const current = new Map(
    places.communes.map(({ current_slug, current_name }) => [current_slug, current_name]),
  )
  for (const [slug, name] of current)
    if (slug !== "") {
      const filter = { commune: slug }
      for (const text of withKinds(name)) place(text, filter)
      if (bareName(name).includes(" ")) place(bareName(name), filter)
    }

  const cores = new Map<string, string[]>()
  for (const { handle, name } of producers) {
    const key = nameKey(name)
    const filter = { producer: handle }
    add(key, { name, filter, everyday: false })
    const core = key.replace(LEGAL_PREFIX, "")
    if (core !== key && isTelling(core))
      cores.set(core, [...(cores.get(core) ?? []), handle])
  }
  // What a producer is called without its legal form, where it is the only one called so.
  for (const [core, [handle, ...others]] of cores)
    if (handle !== undefined && others.length === 0 && !names.has(core)) {
      const producer = producers.find((each) => each.handle === handle)
      add(core, {
        name: producer?.name ?? core,
        filter: { producer: handle },
        everyday: false,
      })
    }

  for (const group of groupSlug.options)
    for (const name of [GROUPS[group].label, GROUPS[group].short, ...GROUP_WORDS[group]])
      add(nameKey(name), { name, filter: { group }, everyday: true })
  for (const type of entityType.options)
    add(nameKey(ENTITY_TYPES[type].label), {
      name: ENTITY_TYPES[type].label,
      filter: { entityType: type },
      everyday: true,
    })

  return { names, longest: Math.max(...[...names.keys()].map((key) => wordCount(key))) }
}

const wordCount = (key: string) => key.split(" ").length

/**
 * True unless an accent that was typed says otherwise: "que son" may be Quế Sơn, "quê sơn" is not.
 *
 * @param typed the words as typed; those that the name does not have are legal forms written out.
 */
export function mayBe(typed: string, name: string): boolean {
  const plain = new Set(wordsOf(name).map(plainWords))
  const spelt = new Set(wordsOf(name).map(accentedWords))
  return wordsOf(typed)
    .filter((word) => isAccented(word) && plain.has(plainWords(word)))
    .every((word) => spelt.has(accentedWords(word)))
}
