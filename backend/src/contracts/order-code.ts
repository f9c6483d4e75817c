/**
 * The order code a buyer reads over the phone: "QN" + order number + check digit, seven
 * digits in all ("QN0000125"). It also fits the content of a bank transfer (≤ 25 ASCII).
 */

/** ISO/IEC 7064 MOD 11,10: finds every single wrong digit and nearly every swap. */
function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/** @param displayId the order's running number (Medusa's `display_id`), from 1. */
export function formatOrderCode(displayId: number): string {
  const digits = String(displayId).padStart(6, "0")
  return `QN${digits}${checkDigit(digits)}`
}

/** The running number behind a code; null when it is no code or its check digit is wrong. */
export function parseOrderCode(code: string): number | null {
  const match = /^QN(\d{6,9})(\d)$/.exec(code.toUpperCase().replace(/[\s.-]/g, ""))
  if (!match?.[1] || checkDigit(match[1]) !== match[2]) return null
  const displayId = Number(match[1])
  return displayId > 0 ? displayId : null
}
