/** Pouches, sacks and bags one sees through. */
import { circle, ellipse, line, path, placed, rect, times } from "../brush"
import { CX, GROUND } from "../backdrop"
import { label } from "../label"
import { BRAND, darker, lighter, mix } from "../palette"
import { type Drawn, type Shape, type Sketch } from "../sketch"
import { says } from "../words"

const KRAFT = ["#C79A63", "#D3AC78", "#B98950"] as const

/** A pouch's colour: brown paper, the group's colour, or pale foil. */
function wrapper({ random, colours }: Sketch): string {
  return random.pick([
    random.pick(KRAFT),
    colours.base,
    lighter(colours.base, 0.55),
    BRAND.sand,
    BRAND.lacquer,
    BRAND.forest,
    BRAND.river,
    random.pick(KRAFT),
  ])
}

const foil = ({ brush }: Sketch, colour: string): string =>
  brush.across([
    [0, darker(colour, 0.24)],
    [0.12, lighter(colour, 0.18)],
    [0.3, colour],
    [0.68, lighter(colour, 0.12)],
    [0.9, darker(colour, 0.1)],
    [1, darker(colour, 0.32)],
  ])

/** A row of zigzags such as the Cơ Tu weave, `width` wide and 26 high. */
export const woven = (x: number, y: number, width: number, colour: string): string =>
  line(
    `M${x} ${y + 26}${times(Math.floor(width / 26), () => "l13 -26l13 26")}`,
    colour,
    4,
  ) +
  line(
    `M${x} ${y - 8}h${Math.floor(width / 26) * 26}M${x} ${y + 36}h${Math.floor(width / 26) * 26}`,
    colour,
    4,
  )

/** A stand-up pouch: sealed top, tear notch, window or printed picture, name. */
function standing(sketch: Sketch, halfWidth: number, tall: number): Drawn {
  const { brush, random, colours, title, look, ingredient } = sketch
  const colour = wrapper(sketch)
  const top = GROUND - tall
  const [l, r] = [CX - halfWidth, CX + halfWidth]
  const outline = `M${l + 6} ${top}H${r - 6}L${r - 2} ${top + 60}Q${r + 8} ${GROUND - tall / 2} ${r} ${GROUND - 34}Q${r - 4} ${GROUND + 6} ${CX} ${GROUND + 8}Q${l + 4} ${GROUND + 6} ${l} ${GROUND - 34}Q${l - 8} ${GROUND - tall / 2} ${l + 2} ${top + 60}Z`
  const printed = random.chance(0.5)
  const labelTop = top + 96
  const labelHeight = 196
  const picture = { x: CX, y: GROUND - 62 }
  const room = lighter(colour, 0.7)
  const window = `M${CX - 104} ${GROUND - 60}V${GROUND - 128}A104 86 0 0 1 ${CX + 104} ${GROUND - 128}V${GROUND - 60}Q${CX} ${GROUND - 44} ${CX - 104} ${GROUND - 60}Z`
  const art = printed
    ? circle(CX, GROUND - 118, 92, room, { opacity: 0.9 }) +
      placed(ingredient, picture.x, picture.y - 10, 0.95)
    : path(
        window,
        brush.down([
          [0, "#F6EBD2"],
          [1, "#DDC79B"],
        ]),
      ) +
      brush.inside(window, placed(ingredient, picture.x, picture.y + 2, 1.12)) +
      path(window, "none", { stroke: look.accent, "stroke-width": 5 })
  return {
    body:
      path(outline, foil(sketch, colour)) +
      brush.inside(
        outline,
        rect(l - 10, top, halfWidth * 2 + 20, 46, darker(colour, 0.16), {
          opacity: 0.55,
        }) +
          line(
            `M${l - 10} ${top + 12}H${r + 10}M${l - 10} ${top + 22}H${r + 10}M${l - 10} ${top + 32}H${r + 10}`,
            lighter(colour, 0.4),
            2.5,
            { opacity: 0.6 },
          ) +
          woven(
            l + 4,
            top + 60,
            halfWidth * 2,
            random.chance(0.6) ? lighter(colour, 0.55) : mix(colours.deep, colour, 0.3),
          ) +
          label(
            brush,
            title,
            { cx: CX, y: labelTop + 16, width: halfWidth * 2 - 44, height: labelHeight },
            look,
          ) +
          art +
          path(
            `M${l} ${GROUND - 30}Q${CX} ${GROUND - 10} ${r} ${GROUND - 30}V${GROUND + 10}H${l}Z`,
            "#20130C",
            { opacity: 0.16 },
          ) +
          path(
            `M${l + 12} ${top + 60}Q${l + 8} ${GROUND - tall / 2} ${l + 20} ${GROUND - 60}L${l + 42} ${GROUND - 80}Q${l + 30} ${GROUND - tall / 2} ${l + 40} ${top + 60}Z`,
            "#FFFBF0",
            { opacity: 0.28 },
          ),
      ) +
      circle(CX, top + 23, 11, darker(colour, 0.45), { opacity: 0.6 }),
    reach: halfWidth,
    labelled: true,
  }
}

export const teaPouch: Shape = (sketch) =>
  standing(sketch, sketch.random.between(176, 194), sketch.random.between(520, 560))

export const pouch: Shape = (sketch) =>
  standing(sketch, sketch.random.between(188, 210), sketch.random.between(500, 530))

/** Rice: in a cloth sack tied at the neck, or pressed to a brick under vacuum. */
export const riceBag: Shape = (sketch) =>
  sketch.random.chance(0.6) ? sack(sketch) : brick(sketch)

function brick(sketch: Sketch): Drawn {
  const { brush, random, title, look, ingredient } = sketch
  const half = random.between(178, 192)
  const top = GROUND - 486
  const colour = wrapper(sketch)
  const outline = `M${CX - half + 14} ${top + 40}Q${CX} ${top + 22} ${CX + half - 14} ${top + 40}Q${CX + half + 6} ${top + 200} ${CX + half - 4} ${GROUND - 10}Q${CX} ${GROUND + 8} ${CX - half + 4} ${GROUND - 10}Q${CX - half - 6} ${top + 200} ${CX - half + 14} ${top + 40}Z`
  const pane = `M${CX - half + 26} ${GROUND - 166}H${CX + half - 26}V${GROUND - 40}Q${CX} ${GROUND - 28} ${CX - half + 26} ${GROUND - 40}Z`
  return {
    body:
      rect(CX - half + 20, top - 14, half * 2 - 40, 60, darker(colour, 0.12), { rx: 6 }) +
      line(
        `M${CX - half + 30} ${top}h${half * 2 - 60}M${CX - half + 30} ${top + 14}h${half * 2 - 60}`,
        lighter(colour, 0.4),
        3,
        { opacity: 0.7 },
      ) +
      path(outline, foil(sketch, colour)) +
      brush.inside(
        outline,
        woven(CX - half + 16, top + 62, half * 2 - 30, lighter(colour, 0.5)) +
          label(
            brush,
            title,
            { cx: CX, y: top + 116, width: half * 2 - 40, height: 186 },
            look,
          ) +
          path(pane, "#F4EBD6") +
          brush.inside(
            pane,
            placed(ingredient, CX - 84, GROUND - 44, 1.1) +
              placed(ingredient, CX + 90, GROUND - 40, [-1.1, 1.1]) +
              placed(ingredient, CX, GROUND - 24, 1.3),
          ) +
          path(
            `M${CX - half + 20} ${top + 60}L${CX - half + 60} ${GROUND}H${CX - half + 86}L${CX - half + 54} ${top + 60}Z`,
            "#FFFBF0",
            { opacity: 0.25 },
          ),
      ),
    reach: half,
    labelled: true,
  }
}

function sack(sketch: Sketch): Drawn {
  const { brush, random, title, look, ingredient } = sketch
  const cloth = random.pick(["#E9DCBC", "#F2E6CC", "#DCC79C"])
  const half = random.between(206, 226)
  const top = GROUND - 420
  const outline = `M${CX - 92} ${top}C${CX - 110} ${top + 40} ${CX - half + 10} ${top + 60} ${CX - half} ${top + 170}C${CX - half - 14} ${GROUND - 120} ${CX - half - 4} ${GROUND - 20} ${CX - half + 40} ${GROUND}Q${CX} ${GROUND + 14} ${CX + half - 40} ${GROUND}C${CX + half + 4} ${GROUND - 20} ${CX + half + 14} ${GROUND - 120} ${CX + half} ${top + 170}C${CX + half - 10} ${top + 60} ${CX + 110} ${top + 40} ${CX + 92} ${top}Z`
  const ruffle = `M${CX - 86} ${top + 6}C${CX - 150} ${top - 60} ${CX - 116} ${top - 116} ${CX - 70} ${top - 84}Q${CX - 40} ${top - 124} ${CX - 6} ${top - 90}Q${CX + 34} ${top - 126} ${CX + 66} ${top - 86}C${CX + 116} ${top - 112} ${CX + 146} ${top - 56} ${CX + 86} ${top + 6}Z`
  return {
    body:
      path(
        ruffle,
        brush.across([
          [0, darker(cloth, 0.26)],
          [0.4, lighter(cloth, 0.3)],
          [1, darker(cloth, 0.3)],
        ]),
      ) +
      line(
        `M${CX - 50} ${top - 70}q14 40 20 74M${CX} ${top - 78}v80M${CX + 50} ${top - 70}q-12 40 -18 74`,
        darker(cloth, 0.3),
        4,
        { opacity: 0.5 },
      ) +
      path(outline, foil(sketch, cloth)) +
      line(
        `M${CX - 60} ${top + 20}q-50 40 -86 130M${CX + 60} ${top + 20}q50 40 86 130M${CX - 20} ${top + 24}q-8 40 -20 60M${CX + 24} ${top + 24}q6 34 16 56`,
        darker(cloth, 0.3),
        4,
        { opacity: 0.4 },
      ) +
      line(
        `M${CX - 94} ${top + 2}Q${CX} ${top + 22} ${CX + 94} ${top + 2}`,
        random.pick([BRAND.lacquer, BRAND.forest, "#8A5C2C"]),
        16,
      ) +
      brush.inside(
        outline,
        label(
          brush,
          title,
          { cx: CX, y: top + 122, width: half * 2 - 70, height: 196, bend: 8 },
          look,
        ),
      ) +
      woven(CX - 156, GROUND - 72, 312, look.accent) +
      placed(ingredient, 712, GROUND + 40, 0.95),
    reach: half,
    labelled: true,
  }
}

/** A clear bag under a printed header card; the goods are seen through it. */
function headerBag(sketch: Sketch, contents: string): Drawn {
  const { brush, random, title, look, colours } = sketch
  const half = random.between(206, 222)
  const top = GROUND - 540
  const [l, r] = [CX - half, CX + half]
  const bag = `M${l + 8} ${top + 200}H${r - 8}Q${r + 14} ${GROUND - 140} ${r - 4} ${GROUND - 14}Q${CX} ${GROUND + 14} ${l + 4} ${GROUND - 14}Q${l - 14} ${GROUND - 140} ${l + 8} ${top + 200}Z`
  const card = random.pick([
    colours.base,
    BRAND.forest,
    BRAND.lacquer,
    BRAND.ochre,
    BRAND.river,
    BRAND.indigo,
  ])
  return {
    body:
      path(
        bag,
        brush.down([
          [0, "#FBF6EA"],
          [1, "#E6D8B8"],
        ]),
      ) +
      brush.inside(
        bag,
        contents +
          path(
            `M${l + 14} ${top + 200}Q${l + 2} ${GROUND - 140} ${l + 26} ${GROUND - 20}H${l + 64}Q${l + 36} ${GROUND - 140} ${l + 56} ${top + 200}Z`,
            "#FFFFFF",
            { opacity: 0.4 },
          ) +
          path(
            `M${r - 60} ${top + 200}L${r - 110} ${GROUND}H${r - 96}L${r - 40} ${top + 200}Z`,
            "#FFFFFF",
            { opacity: 0.3 },
          ),
      ) +
      path(bag, "none", { stroke: "#B59E70", "stroke-width": 3, opacity: 0.6 }) +
      rect(
        l,
        top,
        half * 2,
        214,
        brush.slant([
          [0, lighter(card, 0.15)],
          [1, darker(card, 0.12)],
        ]),
        { rx: 10 },
      ) +
      circle(CX, top + 24, 11, darker(card, 0.5)) +
      label(
        brush,
        title,
        { cx: CX, y: top + 46, width: half * 2 - 36, height: 154 },
        look,
      ) +
      path(`M${l} ${top + 206}h${half * 2}v14h${-half * 2}Z`, "#20130C", {
        opacity: 0.18,
      }),
    reach: half,
    labelled: true,
  }
}

export const driedPack: Shape = (sketch) => {
  const { ingredient } = sketch
  return headerBag(
    sketch,
    placed(ingredient, CX - 90, GROUND - 190, 1.05, -8) +
      placed(ingredient, CX + 100, GROUND - 170, [-1, 1], 6) +
      placed(ingredient, CX - 76, GROUND - 90, 1.1, 4) +
      placed(ingredient, CX + 96, GROUND - 72, 1.1, -6) +
      placed(ingredient, CX, GROUND - 18, [-1.25, 1.2], 0),
  )
}

export const noodlePack: Shape = (sketch) => {
  const { random, words } = sketch
  const tone = says(words, "quảng", "cao lầu", "nghệ")
    ? "#E7BE5C"
    : says(words, "sắn", "lứt")
      ? "#D9C39A"
      : random.pick(["#F0E2BE", "#E9D39A"])
  const nests = times(6, (index) => {
    const [x, y] = [
      CX - 104 + (index % 2) * 208,
      GROUND - 262 + Math.floor(index / 2) * 106,
    ]
    return times(7, (ring) =>
      ellipse(
        x + (ring % 2) * 5,
        y + (ring % 3) * 3,
        98 - ring * 13,
        56 - ring * 7,
        ring === 0 ? darker(tone, 0.1) : "none",
        {
          stroke: ring % 2 ? lighter(tone, 0.4) : darker(tone, 0.22),
          "stroke-width": 6,
          transform: `rotate(${ring * 9 - 20 + index * 7} ${x} ${y})`,
        },
      ),
    )
  })
  return headerBag(sketch, nests)
}
