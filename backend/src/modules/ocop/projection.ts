/** What the register publishes into `product.metadata`, for any client of the store API. */
import { type Day } from "../../contracts/calendar"
import { currentOn, type RegisterEntry } from "./register"

const PROJECTION_KEYS = [
  "ocop_stars",
  "ocop_certificate",
  "ocop_expires_on",
  "origin_commune",
  "origin_district",
  "producer",
] as const

export type ProjectionKey = (typeof PROJECTION_KEYS)[number]
export type Projection = Partial<Record<ProjectionKey, string | number>>
export type Metadata = Record<string, unknown>

export type ProjectedRecognition = RegisterEntry & {
  stars: number | null
  certificate_number: string | null
  commune_code: string | null
  district_code: string | null
  producer_name: string
}

/**
 * @param unitName name of a former unit by its code.
 * @param producerName the producer linked to the product, as it is called today.
 * @returns the keys to publish; empty when no recognition is in force that day.
 */
export function projectionOf(
  history: readonly ProjectedRecognition[],
  unitName: (code: string) => string | undefined,
  producerName: string | undefined,
  today: Day,
): Projection {
  const current = currentOn(history, today)
  if (!current || current.stars === null || current.expires_on === null) return {}
  const name = (code: string | null) => (code === null ? undefined : unitName(code))
  const projection: Record<ProjectionKey, string | number | undefined> = {
    ocop_stars: current.stars,
    ocop_certificate: current.certificate_number ?? undefined,
    ocop_expires_on: current.expires_on,
    origin_commune: name(current.commune_code),
    origin_district: name(current.district_code),
    producer: producerName ?? current.producer_name,
  }
  return Object.fromEntries(
    Object.entries(projection).filter(([, value]) => value !== undefined),
  )
}

/**
 * The smallest change that brings `metadata` in step; null when it is. Only our keys are ever
 * touched. An empty string is how the product module is told to drop a key.
 */
export function metadataPatch(
  metadata: Metadata | null,
  wanted: Projection,
): Metadata | null {
  const patch: Metadata = {}
  for (const key of PROJECTION_KEYS) {
    const is = metadata?.[key]
    const should = wanted[key]
    if (is === should) continue
    if (should !== undefined) patch[key] = should
    else if (is !== undefined) patch[key] = ""
  }
  return Object.keys(patch).length > 0 ? patch : null
}

/** Undoes `patch` on a product that had `metadata` before. */
export const inversePatch = (metadata: Metadata | null, patch: Metadata): Metadata =>
  Object.fromEntries(Object.keys(patch).map((key) => [key, metadata?.[key] ?? ""]))
