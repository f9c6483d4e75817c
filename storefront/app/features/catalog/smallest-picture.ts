import { type PictureSet } from "@ocop/backend/contracts/catalog"

/** Address of the narrowest rendering, in the format that more programs read. */
export const smallestPicture = ({ base, widths, formats }: PictureSet): string | null => {
  const format = formats.includes("webp") ? "webp" : formats[0]
  return widths.length === 0 || !format
    ? null
    : `${base}-${Math.min(...widths)}.${format}`
}
