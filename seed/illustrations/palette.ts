/** The colours of the shop: those of Quảng Nam. The style sheet and the drawings share them. */
import { type GroupSlug } from "../../backend/src/contracts/group"

export const BRAND = {
  paper: "#FBF6EA",
  sand: "#F2E6CC",
  sandDeep: "#E2CFA6",
  ink: "#2B211A",
  inkSoft: "#5E5044",
  ochre: "#E8A627",
  ochreDeep: "#8A5405",
  lacquer: "#A63A24",
  lacquerDeep: "#6E2116",
  river: "#1F7A7A",
  riverDeep: "#0F4F52",
  forest: "#2F5D3A",
  forestDeep: "#1C3D27",
  indigo: "#34417F",
  indigoDeep: "#1F2852",
  gold: "#F3C75A",
  goldDeep: "#B57F10",
} as const

/** `tint` is a ground, `base` the colour itself, `deep` is readable as text on `tint`. */
export interface GroupColours {
  tint: string
  base: string
  deep: string
}

export const GROUP_COLOURS: Record<GroupSlug, GroupColours> = {
  "thuc-pham": { tint: "#FBEBC8", base: "#E8A627", deep: "#7D4C05" },
  "do-uong": { tint: "#D8ECE6", base: "#1F8A83", deep: "#0F4F52" },
  "thao-duoc": { tint: "#DFEBD3", base: "#3F7446", deep: "#1C3D27" },
  "vai-may-mac": { tint: "#DFE2F3", base: "#3D4B93", deep: "#1F2852" },
  "luu-niem": { tint: "#F8DDD0", base: "#B4452B", deep: "#6E2116" },
  "du-lich": { tint: "#D7E7F1", base: "#2F77A6", deep: "#164260" },
}

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The colour at `share` (0–1) of the way from `from` to `to`; both as #RRGGBB. */
export function mix(from: string, to: string, share: number): string {
  const end = channels(to)
  const mixed = channels(from).map((value, index) =>
    Math.round(value + ((end[index] ?? value) - value) * share)
      .toString(16)
      .padStart(2, "0"),
  )
  return `#${mixed.join("")}`
}

export const lighter = (hex: string, share: number): string => mix(hex, "#FFFBF0", share)
export const darker = (hex: string, share: number): string => mix(hex, "#20130C", share)
