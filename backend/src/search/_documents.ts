/** From a product and what surrounds it to its search document: pure, so that it can be compared. */
import {
  type CatalogDetail,
  type CatalogDocumentInput,
  type CatalogVariant,
} from "../contracts/catalog"
import { type Day } from "../contracts/calendar"
import { GROUPS } from "../contracts/group"
import { normaliseText } from "../contracts/text"
import { certificatesOf, type LegalNames } from "./_certificates"
import { originOf, type Places } from "./_origin"
import { type ProductRow, type VariantRow } from "./_rows"
import { type SearchedText, searchedText } from "./_searched"
import { stockOf } from "./_stock"

/** What is the same for all products of a page. */
export type Surroundings = {
  places: Places
  names: LegalNames
  /** Stock location id → handle of the OCOP point that keeps it. */
  showrooms: ReadonlyMap<string, string>
  /** Today in Việt Nam: decides which certificates are in force. */
  today: Day
}

/** The contract's document and what is only matched, filtered or ranked by, never shown. */
export type IndexedDocument = CatalogDocumentInput &
  SearchedText & {
    detail: string
    /** `stars_until` as the number yyyymmdd, to filter by; 0 without stars. */
    stars_until_day: number
    /** Slugs of the commune it comes from: the former one and the one it is part of today. */
    commune_slugs: string[]
    /** Pieces sold in the last 90 days: of equal matches, what others buy comes first. */
    sales: number
  }

/** "2026-11-22" → 20261122. */
export const dayNumber = (day: Day): number => Number(day.replaceAll("-", ""))

/**
 * Null for what is not for sale in the shop: drafts, and products without a price, a display
 * group or a producer.
 */
export function toDocument(
  row: ProductRow,
  around: Surroundings,
): IndexedDocument | null {
  const { shown, stars, starsUntil, proposedStars, history } = certificatesOf(
    row.recognitions,
    around.names,
    around.today,
  )
  const variants = variantsOf(row.variants, around)
  const cheapest = variants.length > 0 && Math.min(...variants.map(({ price }) => price))
  const group = row.metadata.ocop_group ?? shown?.row.display_group
  if (row.status !== "published" || cheapest === false || !group || !row.producer)
    return null

  const origin = originOf(around.places, shown?.row ?? row.producer)
  const { picture, counter_only_reason, facts, keywords, sample } = row.metadata
  const title = normaliseText(row.title)
  const description = (row.description ?? "").normalize("NFC")
  const story = row.producer.story?.normalize("NFC") ?? null
  const detail: CatalogDetail = {
    description,
    facts,
    variants,
    pictures: picture ? [picture] : [],
    certificate: shown?.view ?? null,
    history,
    producer_story: story,
    origin_as_certified: origin.asCertified ?? shown?.row.origin_text ?? null,
    origin_today: origin.today,
    counter_only_reason,
  }
  return {
    id: row.id,
    handle: row.handle,
    title,
    subtitle: row.subtitle ? normaliseText(row.subtitle) : null,
    status: row.status,
    sales_channel_ids: row.sales_channels.map(({ id }) => id).sort(),
    price: cheapest,
    price_max: Math.max(...variants.map(({ price }) => price)),
    stars,
    stars_until: starsUntil,
    stars_until_day: starsUntil === null ? 0 : dayNumber(starsUntil),
    proposed_stars: proposedStars,
    certificate_status: shown?.view.status ?? null,
    certificate_number: shown?.view.number ?? null,
    decision_no: shown?.view.decision_no ?? null,
    group,
    commune: origin.commune?.name ?? null,
    commune_slug: origin.commune?.slug ?? null,
    commune_slugs: [origin.commune, origin.currentUnit].flatMap((place) =>
      place ? [place.slug] : [],
    ),
    district: origin.district?.name ?? null,
    district_slug: origin.district?.slug ?? null,
    current_unit: origin.currentUnit?.name ?? null,
    producer: normaliseText(row.producer.name),
    producer_handle: row.producer.handle,
    entity_type: row.producer.entity_type,
    keywords: keywords.map(normaliseText),
    in_stock: variants.some(({ availability }) => availability !== "out"),
    sold_online: counter_only_reason === null,
    points: [...new Set(variants.flatMap(({ points }) => points))].sort(),
    thumbnail: picture,
    created_at: Math.floor(row.created_at.getTime() / 1000),
    sample,
    sales: row.sales,
    ...searchedText({
      title,
      subtitle: row.subtitle ?? null,
      keywords,
      producer: row.producer.name,
      group: GROUPS[group].label,
      places: [origin.commune, origin.district, origin.currentUnit].flatMap((place) =>
        place ? [place.name, ...place.name_variants] : [],
      ),
      placeNames: around.places.names,
      codes: codesOf(row.variants, history),
      story: `${description} ${story ?? ""}`,
    }),
    detail: JSON.stringify(detail),
  }
}

const codesOf = (
  variants: readonly VariantRow[],
  history: readonly { number: string; decision_no: string | null }[],
): string[] => {
  const codes = [
    ...history.flatMap(({ number, decision_no }) => [number, decision_no]),
    ...variants.flatMap(({ sku, barcode, ean, upc }) => [sku, barcode, ean, upc]),
  ]
  // A document must not depend on the order of rows.
  return [...new Set(codes.flatMap((code) => code || []))].sort()
}

function variantsOf(
  rows: readonly VariantRow[],
  { showrooms }: Surroundings,
): CatalogVariant[] {
  return rows
    .flatMap((row) => {
      const price = basePrice(row)
      if (price === null) return []
      const variant: CatalogVariant = {
        id: row.id,
        title: normaliseText(row.title ?? ""),
        sku: row.sku ?? null,
        price,
        weight_grams: row.weight ? Math.round(row.weight) || null : null,
        ...stockOf(row, showrooms),
      }
      return [{ rank: row.variant_rank ?? 0, variant }]
    })
    .sort(
      // Ranks may all be the same; a document must not depend on the order of rows.
      (a, b) =>
        a.rank - b.rank ||
        a.variant.price - b.variant.price ||
        a.variant.id.localeCompare(b.variant.id),
    )
    .map(({ variant }) => variant)
}

/** The price in VND that holds for everyone: of no price list, from the first piece on. */
function basePrice(row: VariantRow): number | null {
  const amounts = row.prices
    .filter(
      (price) =>
        price.currency_code === "vnd" &&
        !price.price_list_id &&
        !price.rules_count &&
        (price.min_quantity ?? 0) <= 1,
    )
    .map(({ amount }) => Math.round(amount))
  return amounts.length === 0 ? null : Math.min(...amounts)
}
