/** Jars and small glass: honey, pastes, oils by the drop, pills. */
import { circle, ellipse, line, path, placed, rect, times, turned } from "../brush"
import { CX, GROUND } from "../backdrop"
import { label } from "../label"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"
import { vessel, shadeOf, cap, capColour } from "./glass"

export const honeyJar: Shape = (sketch) => {
  const { random } = sketch
  const r = random.between(172, 186)
  const liquid = random.pick(["#D78A16", "#C4720F", "#E5A42A"])
  const body = vessel(sketch, {
    profile: [
      [348, 122],
      [330, 122],
      [286, r],
      [150, r + 6],
      [0, r - 14],
    ],
    glass: "#F5E3B5",
    liquid,
    level: 318,
    labelFrom: 48,
    labelHeight: 186,
    bend: 16,
  })
  const y = GROUND - 18 - 348
  const cover = random.pick([BRAND.lacquer, sketch.colours.deep, "#C99B5D"])
  const cloth =
    path(
      `M${CX - 158} ${y + 44}Q${CX - 150} ${y - 70} ${CX} ${y - 72}Q${CX + 150} ${y - 70} ${CX + 158} ${y + 44}Q${CX + 126} ${y + 22} ${CX + 96} ${y + 46}Q${CX + 60} ${y + 24} ${CX + 30} ${y + 48}Q${CX} ${y + 26} ${CX - 32} ${y + 48}Q${CX - 64} ${y + 24} ${CX - 96} ${y + 46}Q${CX - 128} ${y + 22} ${CX - 158} ${y + 44}Z`,
      shadeOf(sketch, cover),
    ) +
    times(9, (index) =>
      circle(CX - 104 + index * 26, y - 24 + Math.abs(index - 4) * 5, 5, BRAND.paper, {
        opacity: 0.55,
      }),
    ) +
    line(`M${CX - 132} ${y + 6}Q${CX} ${y + 30} ${CX + 132} ${y + 6}`, BRAND.sand, 8)
  return { body: body + cloth, reach: r, labelled: true }
}

/** What is seen through the glass, by the words of the title. */
const INSIDES: readonly (readonly [colour: string, ...phrases: string[]])[] = [
  ["#7A3B4C", "ruốc", "mắm"],
  ["#B5361F", "tương", "ớt", "sa tế"],
  ["#DDC3A6", "muối"],
  ["#B97A3E", "bơ", "đậu phộng", "đậu phụng"],
  ["#3A2216", "cao"],
  ["#E6DFA6", "kiệu", "dưa"],
  ["#EDE3C6", "yến"],
  ["#E0921D", "nghệ"],
]

/** A wide glass with a screwed lid: pastes, pickles, salts, concentrates. */
export const jar: Shape = (sketch) => {
  const { random, words } = sketch
  const r = random.between(166, 184)
  const tall = random.between(286, 320)
  const inside =
    INSIDES.find(([, ...phrases]) => says(words, ...phrases))?.[0] ?? "#B0643A"
  const body = vessel(sketch, {
    profile: [
      [tall + 40, r - 26],
      [tall + 20, r - 26],
      [tall - 20, r],
      [0, r],
    ],
    glass: "#EFE7D4",
    liquid: inside,
    level: tall + 4,
    labelFrom: 42,
    labelHeight: tall - 96,
    bend: 15,
  })
  const specks = times(16, (index) =>
    ellipse(
      CX - r + 26 + ((index * 67) % (r * 2 - 52)),
      GROUND - 18 - tall + 24 - ((index * 13) % 36),
      6,
      4,
      index % 2 ? lighter(inside, 0.4) : darker(inside, 0.3),
      { opacity: 0.7 },
    ),
  )
  return {
    body: body + specks + cap(sketch, tall + 32, r - 16, 66, capColour(sketch)),
    reach: r,
    labelled: true,
  }
}

/** Essential oil: amber glass, dropper, and a box beside it to carry the name. */
export const vial: Shape = (sketch) => {
  const { brush, random, colours, title, look } = sketch
  const y = GROUND
  const glass = random.pick(["#7A3F14", "#24506A", "#5F2F12"])
  const box =
    path(
      `M250 ${y - 400}H520V${y}H250Z`,
      brush.across([
        [0, lighter(colours.base, 0.1)],
        [1, colours.base],
      ]),
    ) +
    path(
      `M520 ${y - 400}L570 ${y - 424}V${y - 22}L520 ${y}Z`,
      darker(colours.base, 0.4),
    ) +
    path(
      `M250 ${y - 400}L302 ${y - 424}H570L520 ${y - 400}Z`,
      lighter(colours.base, 0.35),
    ) +
    label(brush, title, { cx: 385, y: y - 336, width: 270, height: 230 }, look) +
    line(`M270 ${y - 40}H500M270 ${y - 58}H500`, colours.tint, 4, { opacity: 0.7 })
  const body = turned(640, [
    [y - 236, 30],
    [y - 214, 30],
    [y - 180, 84],
    [y - 18, 84],
  ])
  const bottle =
    path(body, shadeOf(sketch, glass)) +
    brush.inside(
      body,
      rect(550, y - 134, 180, 84, look.ground) +
        rect(550, y - 134, 180, 9, look.accent) +
        rect(550, y - 59, 180, 9, look.accent) +
        placed(
          path("M0 -30C26 -4 24 26 0 26C-24 26 -26 -4 0 -30Z", look.accent),
          640,
          y - 92,
        ) +
        rect(574, 0, 16, 960, "#FFFBF0", { opacity: 0.35 }) +
        rect(704, 0, 20, 960, "#20130C", { opacity: 0.2 }),
    ) +
    rect(602, y - 300, 76, 70, shadeOf(sketch, BRAND.ink), { rx: 8 }) +
    path(
      `M622 ${y - 298}C618 ${y - 370} 624 ${y - 384} 640 ${y - 384}C656 ${y - 384} 662 ${y - 370} 658 ${y - 298}Z`,
      shadeOf(sketch, BRAND.lacquer),
    )
  return { body: box + bottle, reach: 240, labelled: true }
}

/** Capsules and pills. */
export const pillBottle: Shape = (sketch) => {
  const { random, colours } = sketch
  const r = random.between(146, 158)
  const body = vessel(sketch, {
    profile: [
      [392, 96],
      [372, 96],
      [330, r],
      [0, r],
    ],
    glass: random.pick(["#F3EEDF", lighter(colours.base, 0.72), "#3F5A3C"]),
    liquid: null,
    level: 0,
    labelFrom: 56,
    labelHeight: 216,
  })
  const pills = times(4, (index) =>
    placed(
      rect(-30, -13, 60, 26, "#F6E3B0", { rx: 13 }) +
        path("M0 -13H17A13 13 0 0 1 17 13H0Z", colours.base),
      [690, 742, 704, 250][index] ?? 700,
      GROUND + ([10, -6, 44, 30][index] ?? 0),
      0.9,
      [14, -32, -8, 30][index] ?? 0,
    ),
  )
  return {
    body:
      body +
      cap(sketch, 384, 110, 84, random.pick([colours.deep, BRAND.paper, BRAND.ochre])) +
      pills,
    reach: r,
    labelled: true,
  }
}

/** Bird's nest drink: three small jars, one of them before the others. */
export const smallJars: Shape = (sketch) => {
  const { brush, title, look, colours } = sketch
  const one = (x: number, y: number, size: number): string => {
    const body = turned(0, [
      [-208, 78],
      [-190, 78],
      [-160, 100],
      [-18, 100],
    ])
    return placed(
      path(body, shadeOf(sketch, "#E9DDBB")) +
        brush.inside(
          body,
          rect(-100, -130, 200, 88, look.accent) +
            rect(-66, -240, 18, 260, "#FFFBF0", { opacity: 0.4 }),
        ) +
        placed(
          path("M0 -22C20 -4 18 18 0 18C-18 18 -20 -4 0 -22Z", look.ground),
          0,
          -84,
        ) +
        rect(-84, -256, 168, 54, shadeOf(sketch, BRAND.gold), { rx: 8 }),
      x,
      y,
      size,
    )
  }
  const box =
    rect(
      230,
      GROUND - 430,
      500,
      300,
      brush.down([
        [0, colours.base],
        [1, darker(colours.base, 0.25)],
      ]),
      { rx: 10 },
    ) + label(brush, title, { cx: 480, y: GROUND - 402, width: 440, height: 176 }, look)
  return {
    body:
      box +
      rect(210, GROUND - 190, 540, 34, darker(colours.base, 0.45)) +
      one(310, GROUND, 0.95) +
      one(650, GROUND, 0.95) +
      one(480, GROUND + 14, 1.05),
    reach: 280,
    labelled: true,
  }
}
