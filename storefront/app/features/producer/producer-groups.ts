/** The list of producers: filtered by kind and words, gathered by former district. */
import {
  ENTITY_TYPES,
  entityType,
  type EntityType,
} from "@ocop/backend/contracts/producer"
import { foldText } from "@ocop/backend/contracts/text"
import { bareName } from "@ocop/backend/contracts/place-name"

export type ProducerFilter = { q: string; type: EntityType | null; page: number }

export const readProducerFilter = (params: URLSearchParams): ProducerFilter => ({
  q: (params.get("q") ?? "").trim().slice(0, 100),
  type:
    entityType.options.find((type) => ENTITY_TYPES[type].slug === params.get("loai")) ??
    null,
  page: /^[1-9]\d{0,3}$/.test(params.get("trang") ?? "")
    ? Number(params.get("trang"))
    : 1,
})

type Listed = {
  name: string
  entity_type: EntityType
  district: string | null
  sample: boolean
}

export function filterProducers<Producer extends Listed>(
  producers: readonly Producer[],
  { q, type }: Pick<ProducerFilter, "q" | "type">,
): Producer[] {
  const words = foldText(q).split(" ").filter(Boolean)
  return producers.filter(({ name, district, entity_type }) => {
    const text = foldText(`${name} ${district ?? ""}`)
    return (
      (type === null || entity_type === type) &&
      words.every((word) => text.includes(word))
    )
  })
}

/** In the order of the Vietnamese alphabet; invented producers after real ones. */
export const sortProducers = <Producer extends Listed>(
  producers: readonly Producer[],
): Producer[] =>
  [...producers].sort(
    (a, b) =>
      // Producers without a district come last.
      Number(a.district === null) - Number(b.district === null) ||
      districtName(a).localeCompare(districtName(b), "vi") ||
      Number(a.sample) - Number(b.sample) ||
      a.name.localeCompare(b.name, "vi"),
  )

/** Neighbours of one district together, in the order given. */
export function byDistrict<Producer extends Listed>(
  producers: readonly Producer[],
): { district: string | null; producers: Producer[] }[] {
  const groups = new Map<string, Producer[]>()
  for (const producer of producers) {
    const district = districtName(producer)
    groups.set(district, [...(groups.get(district) ?? []), producer])
  }
  return [...groups].map(([district, members]) => ({
    district: district || null,
    producers: members,
  }))
}

const districtName = ({ district }: Listed): string =>
  district === null ? "" : bareName(district)
