/**
 * Display groups of the shop: the six groups of 2018–2020, which buyers know. The legal group
 * is stored with each recognition, in the words of its regime.
 */
import { z } from "zod"

export const groupSlug = z.enum([
  "thuc-pham",
  "do-uong",
  "thao-duoc",
  "vai-may-mac",
  "luu-niem",
  "du-lich",
])
export type GroupSlug = z.infer<typeof groupSlug>

/** `code` is the abbreviation used in the register's own tables. */
export const GROUPS: Record<GroupSlug, { code: string; label: string; short: string }> = {
  "thuc-pham": { code: "TP", label: "Thực phẩm", short: "Thực phẩm" },
  "do-uong": { code: "DU", label: "Đồ uống", short: "Đồ uống" },
  "thao-duoc": { code: "TD", label: "Thảo dược", short: "Thảo dược" },
  "vai-may-mac": { code: "VM", label: "Vải và may mặc", short: "Vải, may mặc" },
  "luu-niem": {
    code: "LN",
    label: "Lưu niệm – nội thất – trang trí",
    short: "Lưu niệm, trang trí",
  },
  "du-lich": {
    code: "DL",
    label: "Dịch vụ du lịch nông thôn và điểm du lịch",
    short: "Du lịch",
  },
}
