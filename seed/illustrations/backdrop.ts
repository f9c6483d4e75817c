/** The room behind a product: a wall in the group's tint, a quiet motif of the land, a table. */
import { type GroupSlug } from "../../backend/src/contracts/group"
import {
  type Brush,
  circle,
  ellipse,
  group,
  line,
  path,
  placed,
  rect,
  times,
} from "./brush"
import { BRAND, type GroupColours, darker, lighter, mix } from "./palette"
import { type Random } from "./random"

export const SIDE = 960
/** Where the table begins, and where a product stands on it. */
const HORIZON = 650
export const GROUND = 784
/** Where a thing stands that has a name card before it. */
export const FOOT = GROUND - 40
export const CX = SIDE / 2

type Motif = (colour: string, random: Random) => string

/** Thu Bồn: three threads of current. */
const waves: Motif = (colour, random) => {
  const top = random.between(455, 500)
  return times(4, (row) => {
    const y = top + row * 44
    const shift = row % 2 ? -60 : 0
    return line(
      `M${shift - 60} ${y}${times(10, () => "q30 -26 60 0t60 0")}`,
      colour,
      9 - row,
      { opacity: 0.75 - row * 0.12 },
    )
  })
}

/** Ngọc Linh over the Trường Sơn. */
export const ridges: Motif = (colour, random) => {
  const peak = random.between(250, 700)
  return (
    path(
      `M0 470C120 ${400} ${peak - 190} 380 ${peak - 70} 250Q${peak} 180 ${peak + 66} 262C${peak + 180} 400 860 380 960 450V660H0Z`,
      colour,
      { opacity: 0.45 },
    ) +
    path(
      `M0 540C150 440 260 500 380 450S640 520 740 440S900 480 960 430V660H0Z`,
      colour,
      { opacity: 0.5 },
    ) +
    path("M0 600C200 520 320 590 500 545S800 590 960 530V660H0Z", colour, {
      opacity: 0.55,
    })
  )
}

const hungLantern = (colour: string, size: number): string =>
  line("M0 -60V-34", colour, 3) +
  path("M-14 -34H14V-28H-14ZM-14 32H14V38H-14Z", colour) +
  path("M-14 -28C-52 -16 -52 20 -14 32H14C52 20 52 -16 14 -28Z", colour) +
  line("M0 38V66", colour, 4 * size) +
  line("M-10 -28C-26 -10 -26 14 -10 32M10 -28C26 -10 26 14 10 32", "#FFFBF0", 2.5, {
    opacity: 0.5,
  })

/** A street of Hội An in the evening: two strings of lanterns. */
const garland: Motif = (colour, random) => {
  const sag = random.between(70, 120)
  return (
    line(`M-20 40Q480 ${40 + sag * 2} 980 20`, colour, 4, { opacity: 0.8 }) +
    times(7, (index) => {
      const t = 0.06 + index * 0.147
      const y = 40 * (1 - t) ** 2 + 2 * t * (1 - t) * (40 + sag * 2) + 20 * t * t
      return group(
        placed(hungLantern(colour, 1), -20 + t * 1000, y + 58, index % 2 ? 0.85 : 1.1),
        {
          opacity: 0.7,
        },
      )
    })
  )
}

/** The woven zigzags and diamonds of the Cơ Tu. */
export const brocade: Motif = (colour, random) => {
  const y = random.between(74, 110)
  const band = (top: number): string =>
    line(`M0 ${top}H960M0 ${top + 92}H960`, colour, 5) +
    line(`M-20 ${top + 80}${times(17, () => "l30 -66l30 66")}`, colour, 6) +
    times(17, (index) =>
      path("M0 -15L12 0L0 15L-12 0Z", colour, {
        transform: `translate(${-20 + index * 60} ${top + 28})`,
      }),
    )
  return group(band(y) + band(y + 390), { opacity: 0.62 })
}

/** A Chàm tower: each storey a step back. */
export const towers: Motif = (colour, random) => {
  const tower = (height: number): string =>
    times(5, (step) => {
      const width = 190 - step * 32
      const tall = height * ([0.42, 0.2, 0.15, 0.12, 0.08][step] ?? 0)
      const floor = -height * ([0, 0.42, 0.62, 0.77, 0.89][step] ?? 0)
      return (
        rect(-width / 2, floor - tall, width, tall + 1, colour) +
        rect(-width / 2 - 9, floor - tall, width + 18, 12, colour)
      )
    }) +
    path(`M-14 ${-height * 0.97}Q0 ${-height * 1.12} 14 ${-height * 0.97}Z`, colour) +
    path(
      `M-26 0V${-height * 0.2}Q0 ${-height * 0.34} 26 ${-height * 0.2}V0Z`,
      "#FFFBF0",
      { opacity: 0.35 },
    )
  const left = random.between(130, 190)
  return group(
    placed(tower(400), left, 648) +
      placed(tower(300), left + 205, 648, 0.8) +
      placed(tower(430), 815, 648, 0.95),
    { opacity: 0.6 },
  )
}

/** The weave of a bamboo fish basket. */
export const weave: Motif = (colour, random) => {
  const step = random.between(84, 104)
  const count = Math.ceil(SIDE / step) + 8
  return group(
    times(count, (index) => {
      const x = (index - 7) * step
      return line(`M${x} 0l640 660M${x + 640} 0l-640 660`, colour, 5)
    }) + times(8, (index) => line(`M0 ${40 + index * step}H960`, colour, 3)),
    { opacity: 0.42 },
  )
}

/** The first two are what a group is drawn before most often. */
const MOTIFS: Record<GroupSlug, readonly [Motif, ...Motif[]]> = {
  "thuc-pham": [waves, weave, garland, ridges, towers, brocade, weave, waves],
  "do-uong": [ridges, waves, brocade, weave],
  "thao-duoc": [ridges, brocade, ridges, weave, waves],
  "vai-may-mac": [brocade, ridges, weave, garland],
  "luu-niem": [garland, towers, brocade, weave, ridges],
  "du-lich": [waves, ridges, towers, garland],
}

/** Neighbours in a list differ a little in their walls, and stay one group. */
const WALLS: Record<GroupSlug, readonly [string, ...string[]]> = {
  "thuc-pham": ["#FBEBC8", "#F8E3C3", "#F4E8CE", "#F0EBCB", "#FCEBD4", "#F9E3B4"],
  "do-uong": ["#D8ECE6", "#E0EEDF", "#D2E8EA"],
  "thao-duoc": ["#DFEBD3", "#E8ECD0", "#D6E8DA"],
  "vai-may-mac": ["#DFE2F3", "#E7E1F1", "#D9E4F1"],
  "luu-niem": ["#F8DDD0", "#F8E4D2", "#F4DAD8", "#F6E3C9"],
  "du-lich": ["#D7E7F1", "#DDEBEC"],
}

/** What frames the product: an arched gate, the sun, a lantern, a paper screen. */
function frame(random: Random, colour: string): string {
  const kind = random.pick(["arch", "sun", "lantern", "screen", "sun", "arch"] as const)
  if (kind === "sun") return circle(480, 400, random.between(290, 330), colour)
  if (kind === "lantern")
    return path(
      "M340 110H620C830 200 850 560 660 720H300C110 560 130 200 340 110Z",
      colour,
    )
  const half = random.between(270, 310)
  if (kind === "screen") return rect(480 - half, 120, half * 2, 640, colour, { rx: 46 })
  return path(
    `M${480 - half} 760V${400}A${half} ${half * 1.02} 0 0 1 ${480 + half} 400V760Z`,
    colour,
  )
}

const TABLES = ["cloth", "wood", "sand", "cloth", "lacquer", "stone", "moss"] as const

function table(brush: Brush, colours: GroupColours, random: Random): string {
  const kind = random.pick(TABLES)
  const top = {
    cloth: mix(colours.tint, colours.base, 0.5),
    wood: "#B97F4C",
    sand: BRAND.sandDeep,
    lacquer: "#7C3324",
    stone: "#B9B3A0",
    moss: "#6F8560",
  }[kind]
  const surface = brush.down([
    [0, lighter(top, 0.2)],
    [0.35, top],
    [1, darker(top, 0.2)],
  ])
  let details = ""
  if (kind === "wood")
    details = line(
      "M0 700Q300 690 620 702T960 696M0 790Q340 776 560 792T960 782M0 890Q260 880 600 894T960 884",
      darker(top, 0.3),
      4,
      { opacity: 0.28 },
    )
  if (kind === "cloth" || kind === "lacquer") {
    const thread = kind === "cloth" ? lighter(colours.tint, 0.4) : BRAND.gold
    details = group(
      line(`M-20 930${times(26, () => "l20 -32l20 32")}`, thread, 4) +
        line("M0 884H960", thread, 4),
      { opacity: 0.5 },
    )
  }
  return (
    rect(0, HORIZON, SIDE, SIDE - HORIZON, surface) +
    rect(0, HORIZON, SIDE, 7, lighter(top, 0.5), { opacity: 0.7 }) +
    details
  )
}

export function backdrop(
  brush: Brush,
  slug: GroupSlug,
  colours: GroupColours,
  random: Random,
): string {
  const tint = random.pick(WALLS[slug])
  const accent = random.pick([
    colours.base,
    colours.base,
    BRAND.lacquer,
    BRAND.forest,
    BRAND.river,
    BRAND.ochre,
  ])
  const wall = brush.down([
    [0, lighter(tint, 0.45)],
    [1, mix(tint, colours.base, 0.14)],
  ])
  const motif = random.pick(MOTIFS[slug])
  const glow = brush.radial([
    [0, "#FFFBF0", 0.75],
    [1, "#FFFBF0", 0],
  ])
  return (
    rect(0, 0, SIDE, SIDE, wall) +
    motif(mix(tint, colours.base, 0.42), random) +
    frame(random, mix(lighter(tint, 0.25), accent, random.between(0.15, 0.24))) +
    ellipse(480, 400, 330, 330, glow) +
    table(brush, colours, random)
  )
}

/** The soft shadow a thing of half-width `reach` casts on the table; the light is upper left. */
export function groundShadow(brush: Brush, cx: number, y: number, reach: number): string {
  const shade = brush.radial([
    [0, "#20130C", 0.5],
    [0.6, "#20130C", 0.22],
    [1, "#20130C", 0],
  ])
  return (
    ellipse(cx + reach * 0.18, y + 2, reach * 1.3, Math.max(26, reach * 0.17), shade) +
    ellipse(cx, y, reach * 1.02, Math.max(12, reach * 0.07), "#20130C", { opacity: 0.22 })
  )
}
