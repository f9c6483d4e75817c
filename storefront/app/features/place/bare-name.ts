const KIND = /^(thành phố|thị xã|thị trấn|đặc khu|huyện|phường|xã) (?=\p{Lu})/iu

/** "Huyện Tiên Phước" → "Tiên Phước": where there is no room for the kind of a place. */
export const bareName = (name: string): string => name.replace(KIND, "")

/** "Xã Tiên Phong", "Huyện Tiên Phước" → "Tiên Phong, Tiên Phước"; "" where nothing is known. */
export const shortOrigin = (commune: string | null, district: string | null): string =>
  [commune, district].flatMap((name) => (name ? [bareName(name)] : [])).join(", ")
