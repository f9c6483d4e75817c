/** Says which line of a document or a cart is meant; people count lines from 1. */
export const ofLine = (line: number | undefined, message: string): string =>
  line === undefined ? message : `Dòng ${line + 1}: ${message}`
