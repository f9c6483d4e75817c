/** Bottles: fish sauce, oil, spirits, syrups. */
import { type Point, line, path, rect } from "../brush"
import { CX, GROUND } from "../backdrop"
import { BRAND, darker } from "../palette"
import { type Drawn, type Shape, type Sketch } from "../sketch"
import { says } from "../words"
import { vessel, cap, capColour } from "./glass"

export const fishSauceBottle: Shape = (sketch) => {
  const { random } = sketch
  const r = random.between(122, 136)
  const tall = random.between(300, 330)
  const liquid = random.pick(["#A4431B", "#8E3517", "#B85A1E"])
  // Sloping shoulders or square ones.
  const shoulders: Point[] = random.chance(0.5)
    ? [
        [tall + 96, 44],
        [tall, r],
      ]
    : [
        [tall + 62, 38],
        [tall + 18, r - 10],
        [tall - 30, r],
      ]
  const body = vessel(sketch, {
    profile: [[tall + 196, 36], [tall + 148, 36], ...shoulders, [0, r]],
    glass: "#E7D9BE",
    liquid,
    level: tall + 110,
    labelFrom: 46,
    labelHeight: 218,
  })
  const colour = capColour(sketch)
  return {
    body:
      body +
      rect(CX - 42, GROUND - 18 - tall - 158, 84, 14, darker(liquid, 0.2), { rx: 7 }) +
      cap(sketch, tall + 186, 42, 58, colour),
    reach: r,
    labelled: true,
  }
}

const oilOf = ({ random, words }: Sketch): string =>
  says(words, "mè")
    ? random.pick(["#7A4A16", "#6A3B12"])
    : random.pick(["#E5A61C", "#DE9A16", "#EDB93A"])

/** Oil: in a waisted bottle, or in a tall slim one with a pourer. */
export const oilBottle: Shape = (sketch) =>
  sketch.random.chance(0.5) ? waistedBottle(sketch) : slimBottle(sketch)

function slimBottle(sketch: Sketch): Drawn {
  const { random } = sketch
  const r = random.between(116, 126)
  const body = vessel(sketch, {
    profile: [
      [528, 30],
      [470, 30],
      [420, 36],
      [352, r],
      [0, r],
    ],
    glass: "#EFE9CF",
    liquid: oilOf(sketch),
    level: 436,
    labelFrom: 44,
    labelHeight: 246,
  })
  return {
    body:
      body +
      cap(sketch, 500, 38, 46, capColour(sketch)) +
      rect(CX - 15, GROUND - 18 - 572, 30, 34, BRAND.ink, { rx: 8 }),
    reach: r,
    labelled: true,
  }
}

function waistedBottle(sketch: Sketch): Drawn {
  const { random } = sketch
  const r = random.between(136, 150)
  const tall = random.between(290, 320)
  const liquid = oilOf(sketch)
  const body = vessel(sketch, {
    profile: [
      [tall + 150, 34],
      [tall + 118, 34],
      [tall + 104, 48],
      [tall + 90, 40],
      [tall + 10, r - 8],
      [tall - 40, r],
      [tall * 0.62, r - 3],
      [70, r - 3],
      [0, r],
    ],
    glass: "#F3E8C8",
    liquid,
    level: tall + 62,
    labelFrom: 52,
    labelHeight: 224,
    bend: 9,
  })
  return {
    body: body + cap(sketch, tall + 146, 42, 48, capColour(sketch)),
    reach: r,
    labelled: true,
  }
}

function corkedBottle(sketch: Sketch): Drawn {
  const { random } = sketch
  const r = random.between(128, 142)
  const liquid = random.pick(["#D9B25E", "#B9722C", "#E6D7A8", "#94402C"])
  const glass = random.pick(["#DCE6DA", "#CFE0DF"])
  const body = vessel(sketch, {
    profile: [
      [520, 38],
      [505, 44],
      [488, 34],
      [400, 36],
      [300, r],
      [150, r + 6],
      [0, r - 6],
    ],
    glass,
    liquid,
    level: 392,
    labelFrom: 58,
    labelHeight: 212,
  })
  const cork =
    rect(
      CX - 27,
      GROUND - 18 - 572,
      54,
      62,
      sketch.brush.across([
        [0, "#A9783F"],
        [0.4, "#D6AA6D"],
        [1, "#8A5C2C"],
      ]),
      { rx: 8 },
    ) + line(`M${CX - 38} ${GROUND - 470}q38 16 76 0`, BRAND.lacquer, 9)
  return { body: body + cork, reach: r, labelled: true }
}

function stoneJar(sketch: Sketch): Drawn {
  const { random } = sketch
  const r = random.between(172, 186)
  const glaze = random.pick(["#6B3A24", "#2F4A4A", "#8A5A2E", "#3B3F5C", "#4A2A1E"])
  const body = vessel(sketch, {
    profile: [
      [430, 62],
      [392, 58],
      [330, 118],
      [220, r],
      [110, r - 4],
      [0, r - 52],
    ],
    glass: glaze,
    liquid: null,
    level: 0,
    labelFrom: 78,
    labelHeight: 196,
  })
  const y = GROUND - 18
  const cloth =
    path(
      `M${CX - 84} ${y - 396}C${CX - 96} ${y - 470} ${CX - 58} ${y - 506} ${CX} ${y - 506}C${CX + 58} ${y - 506} ${CX + 96} ${y - 470} ${CX + 84} ${y - 396}Q${CX + 44} ${y - 372} ${CX + 10} ${y - 392}Q${CX - 40} ${y - 368} ${CX - 84} ${y - 396}Z`,
      sketch.brush.across([
        [0, "#8E2A1C"],
        [0.4, "#C8442E"],
        [1, "#7C2217"],
      ]),
    ) +
    line(`M${CX - 70} ${y - 424}Q${CX} ${y - 404} ${CX + 70} ${y - 424}`, BRAND.gold, 8) +
    line(
      `M${CX + 26} ${y - 412}q18 26 8 52M${CX + 26} ${y - 412}q36 14 44 40`,
      BRAND.gold,
      5,
    )
  return { body: body + cloth, reach: r - 30, labelled: true }
}

/** Rice spirit: in glass with a cork, or in a glazed jar tied with red cloth. */
export const liquorBottle: Shape = (sketch) =>
  sketch.random.chance(0.5) ? stoneJar(sketch) : corkedBottle(sketch)

export const syrupBottle: Shape = (sketch) => {
  const { random, words } = sketch
  const r = random.between(126, 138)
  const liquid = says(words, "dứa", "thơm")
    ? "#E9A92B"
    : says(words, "chanh")
      ? "#C9CF6A"
      : random.pick(["#D98E2B", "#B8434B", "#A8B84C"])
  const body = vessel(sketch, {
    profile: [
      [500, 44],
      [448, 42],
      [330, r - 6],
      [270, r],
      [0, r - 4],
    ],
    glass: "#E3ECE6",
    liquid,
    level: 408,
    labelFrom: 40,
    labelHeight: 220,
  })
  return {
    body: body + cap(sketch, 488, 50, 62, capColour(sketch)),
    reach: r,
    labelled: true,
  }
}
