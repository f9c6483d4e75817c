/** Quantities as the framework hands them over: numbers, texts or its own big numbers. */
import { type BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { MAX_STOCK_QUANTITY } from "../../../contracts/stock"
import { invalidQuantity } from "./failures"

function toNumber(quantity: BigNumberInput): number {
  try {
    return MathBN.convert(quantity).toNumber()
  } catch {
    return Number.NaN
  }
}

const within = (quantity: number, minimum: number): boolean =>
  Number.isInteger(quantity) && quantity >= minimum && quantity <= MAX_STOCK_QUANTITY

/**
 * A number of whole pieces.
 * @param field where it stands in the input, e.g. "lines.0.quantity".
 * @throws ApiFailure 422 `invalid_input`
 */
export function wholePieces(
  quantity: BigNumberInput,
  field: string,
  minimum: 0 | 1 = 1,
): number {
  const value = toNumber(quantity)
  if (!within(value, minimum)) throw invalidQuantity(field, minimum)
  return value
}

/** A change by whole pieces, up or down. */
export function wholeChange(quantity: BigNumberInput, field: string): number {
  const value = toNumber(quantity)
  if (!within(Math.abs(value), 0)) throw invalidQuantity(field, -MAX_STOCK_QUANTITY)
  return value
}
