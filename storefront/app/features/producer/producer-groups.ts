/** The list of producers: filtered by kind and words, gathered by former district. */
import {
  ENTITY_TYPES,
  entityType,
  type EntityType,
} from "@ocop/backend/contracts/producer"
import { foldText } from "@ocop/backend/contracts/text"

export type ProducerFilter = { q: string; type: EntityType | null }

export const readProducerFilter = (params: URLSearchParams): ProducerFilter => ({
  q: (params.get("q") ?? "").trim().slice(0, 100),
  type:
    entityType.options.find((type) => ENTITY_TYPES[type].slug === params.get("loai")) ??
    null,
})

type Listed = { name: string; entity_type: EntityType; district: string | null }

export function filterProducers<Producer extends Listed>(
  producers: readonly Producer[],
  { q, type }: ProducerFilter,
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

/** In the order of the Vietnamese alphabet; producers without a district come last. */
export function byDistrict<Producer extends Listed>(
  producers: readonly Producer[],
): { district: string | null; producers: Producer[] }[] {
  const groups = new Map<string | null, Producer[]>()
  for (const producer of producers)
    groups.set(producer.district, [...(groups.get(producer.district) ?? []), producer])
  return [...groups]
    .map(([district, members]) => ({
      district,
      producers: members.sort((a, b) => a.name.localeCompare(b.name, "vi")),
    }))
    .sort((a, b) =>
      a.district === null
        ? 1
        : b.district === null
          ? -1
          : a.district.localeCompare(b.district, "vi"),
    )
}
