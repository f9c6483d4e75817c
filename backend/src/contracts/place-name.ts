const KIND = /^(thành phố|thị xã|thị trấn|đặc khu|huyện|phường|xã|tỉnh) (?=\p{Lu})/iu

/** "Huyện Tiên Phước" → "Tiên Phước": where there is no room for the kind of a place. */
export const bareName = (name: string): string => name.replace(KIND, "")
