/** The checkout form: its fields, what was typed, what is wrong with it. */

import { type AddressUnit } from "@ocop/backend/contracts/place"
import { type Shortage } from "@ocop/backend/contracts/parcel"

/** In the order in which they stand on the page, which is the order of the error summary. */
export const CHECKOUT_FIELDS = [
  "name",
  "phone",
  "email",
  "province",
  "commune",
  "address",
  "note",
] as const
export type CheckoutField = (typeof CHECKOUT_FIELDS)[number]

export type CheckoutValues = Record<CheckoutField, string>
export type CheckoutErrors = Partial<Record<CheckoutField, string>>

export const EMPTY_VALUES: CheckoutValues = {
  name: "",
  phone: "",
  email: "",
  province: "",
  commune: "",
  address: "",
  note: "",
}

/** Hidden from people; what fills it in is a program. */
export const HONEYPOT = "website"

/** Longest text kept of any field, so that a page never echoes back more than it was made for. */
const MAX_KEPT = 500

/** What was typed, exactly, to be shown again. */
export function typedValues(form: FormData): CheckoutValues {
  const values = { ...EMPTY_VALUES }
  for (const field of CHECKOUT_FIELDS) {
    const value = form.get(field)
    if (typeof value === "string") values[field] = value.slice(0, MAX_KEPT)
  }
  return values
}

/** The first message of each field. */
export function errorsByField(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): CheckoutErrors {
  const errors: CheckoutErrors = {}
  for (const issue of issues) {
    const field = CHECKOUT_FIELDS.find((name) => name === issue.path[0])
    if (field !== undefined) errors[field] ??= issue.message
  }
  return errors
}

export type CheckoutAnswer = {
  values: CheckoutValues
  /** Of the chosen province. */
  communes: AddressUnit[]
  shippingOptionId: string
  errors: CheckoutErrors
  /** What concerns the whole order, such as a product that has just been sold. */
  problem: string | null
  /** The lines it was refused for: the page is not read anew after a refusal. */
  shortage: Shortage | null
}
