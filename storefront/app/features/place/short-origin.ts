import { bareName } from "@ocop/backend/contracts/place-name"

/** "Xã Tiên Phong", "Huyện Tiên Phước" → "Tiên Phong, Tiên Phước"; "" where nothing is known. */
export const shortOrigin = (commune: string | null, district: string | null): string =>
  [commune, district].flatMap((name) => (name ? [bareName(name)] : [])).join(", ")
