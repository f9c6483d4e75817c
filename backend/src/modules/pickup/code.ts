/** The code by which the goods are handed over ("mã nhận hàng"). Never to be logged. */
import { createHash, randomInt, timingSafeEqual } from "node:crypto"
import { PICKUP_CODE_LENGTH } from "../../contracts/pickup"

export const newCode = (): string =>
  String(randomInt(10 ** PICKUP_CODE_LENGTH)).padStart(PICKUP_CODE_LENGTH, "0")

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Takes as long whatever is given, so that nobody can feel a code's way digit by digit. */
export const isSameCode = (given: string, kept: string): boolean =>
  timingSafeEqual(digest(given), digest(kept))

/** What the id of a command stands for. */
export const fingerprintOf = (content: readonly string[]): string =>
  digest(JSON.stringify(content)).toString("hex")
