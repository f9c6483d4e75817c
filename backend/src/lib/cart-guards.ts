/** What a store client may say about a cart, checked before the framework's own (laxer) rules. */
import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { MAX_LINE_QUANTITY, QUANTITY_MESSAGE } from "../contracts/checkout"
import { ApiFailure, invalidInput } from "./api-failure"
import { isFromStorefront } from "./client-ip"

/** A JSON number; the framework itself would take 1.5 and 1e9. */
const quantity = z
  .number({ error: QUANTITY_MESSAGE })
  .int(QUANTITY_MESSAGE)
  .min(1, QUANTITY_MESSAGE)
  .max(MAX_LINE_QUANTITY, QUANTITY_MESSAGE)

export const lineBody = z.looseObject({ quantity })
export const newCartBody = z.looseObject({ items: z.array(lineBody).optional() })

/** Decided by the shop, never by a visitor: another channel has other stock and other prices. */
const SHOP_FIELDS = ["sales_channel_id", "region_id", "metadata", "additional_data"]
/** A new cart names its region, and a channel only among those of the publishable key. */
const SHOP_FIELDS_OF_NEW = ["metadata", "additional_data"]

type Rule = { path: RegExp; body?: z.ZodType; shopFields?: readonly string[] }

/** The router takes "/Store/CARTS" for the same path, so these must too. */
const RULES: readonly Rule[] = [
  { path: /^\/store\/carts\/?$/i, body: newCartBody, shopFields: SHOP_FIELDS_OF_NEW },
  { path: /^\/store\/carts\/[^/]+\/?$/i, shopFields: SHOP_FIELDS },
  {
    path: /^\/store\/carts\/[^/]+\/line-items(\/[^/]+)?\/?$/i,
    body: lineBody,
    shopFields: ["metadata", "additional_data"],
  },
]

/**
 * Refuses a body with 422 and the field named, before the cart is touched. Registered for all
 * methods under /store/carts, because only such middlewares run before the framework's own.
 */
export function guardCart(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const path = `${req.baseUrl}${req.path}`
  const rule = req.method === "POST" && RULES.find((entry) => entry.path.test(path))
  if (rule) {
    const result = rule.body?.safeParse(req.body ?? {})
    if (result?.error) throw invalidInput(result.error)
    if (!isFromStorefront(req)) refuseShopFields(req.body, rule.shopFields ?? [])
  }
  next()
}

const record = z.record(z.string(), z.unknown()).catch({})

/** Looks at the body itself and at the lines of a new cart. */
function refuseShopFields(input: unknown, fields: readonly string[]): void {
  const body = record.parse(input)
  const parts = [body, ...z.array(record).catch([]).parse(body.items)]
  const tampered = fields.filter((field) =>
    parts.some((part) => part[field] !== undefined),
  )
  if (tampered.length === 0) return
  throw new ApiFailure(
    422,
    "invalid_input",
    "Yêu cầu có trường không được phép thay đổi.",
    Object.fromEntries(tampered.map((field) => [field, "Không được phép thay đổi."])),
  )
}
