/**
 * Places of two eras. Districts and the province of Quảng Nam ended on 1 July 2025: origin as
 * certified (commune + district of that time) and today's unit are two facts. Old and new units
 * share codes, so a code is only unique together with its era.
 */
import { z } from "zod"

export const placeEra = z.enum(["former", "current"])

export const districtView = z.object({
  code: z.string(),
  name: z.string(),
  slug: z.string(),
  /** Mountain districts are reported apart from plain and coast. */
  mountain: z.boolean(),
  product_count: z.number().int().nonnegative(),
})

export const communeView = z.object({
  code: z.string(),
  name: z.string(),
  slug: z.string(),
  /** Other spellings and names, without the kind: "Axan" for "A Xan", "Cù Lao Chàm". */
  name_variants: z.array(z.string()),
  district_slug: z.string(),
  current_code: z.string(),
  current_slug: z.string(),
  current_name: z.string(),
  current_province: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  product_count: z.number().int().nonnegative(),
})

/** GET /store/places: the 18 former districts and 241 communes with what they make. */
export const placesResponse = z.object({
  districts: z.array(districtView),
  communes: z.array(communeView),
})
export type PlacesResponse = z.infer<typeof placesResponse>

/** GET /store/address-units: today's 34 provinces, or the communes of one (`?province=48`). */
export const addressUnit = z.object({ code: z.string(), name: z.string() })
export type AddressUnit = z.infer<typeof addressUnit>
export const addressUnitsResponse = z.object({ units: z.array(addressUnit) })
