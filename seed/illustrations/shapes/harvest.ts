/** What is sold as it grew: crates, trays, bundles, sheets of rice paper. */
import { ellipse, line, path, placed, polygon, rect, times } from "../brush"
import { CX, FOOT, GROUND } from "../backdrop"
import { label } from "../label"
import { BRAND, darker, lighter } from "../palette"
import { type Shape, type Sketch } from "../sketch"
import { says } from "../words"

/** A slatted crate with its fruit heaped over the edge; the name is on the front board. */
export const crate: Shape = ({ brush, random, title, look, ingredient }) => {
  const wood = random.pick(["#C99B62", "#B98652", "#D6AE78"])
  const [l, r, top] = [CX - 270, CX + 270, GROUND - 236]
  const boards = times(2, (index) =>
    rect(
      l,
      top + index * 122,
      r - l,
      110,
      brush.down([
        [0, lighter(wood, 0.22)],
        [1, darker(wood, 0.12)],
      ]),
      { rx: 6 },
    ),
  )
  const fruit =
    [-170, 0, 170]
      .map((x, index) => placed(ingredient, CX + x, top + 12, index === 1 ? 1.2 : 1.1, 0))
      .join("") +
    [-96, 96]
      .map((x) => placed(ingredient, CX + x, top + 30, [x < 0 ? 1.15 : -1.15, 1.15]))
      .join("")
  return {
    body:
      rect(l + 14, top - 30, r - l - 28, 90, darker(wood, 0.6)) +
      placed(ingredient, CX - 90, top - 40, 1.1) +
      placed(ingredient, CX + 92, top - 36, [-1.1, 1.1]) +
      placed(ingredient, CX, top - 52, 1) +
      fruit +
      boards +
      rect(l - 12, top - 12, 38, 250, darker(wood, 0.18), { rx: 6 }) +
      rect(r - 26, top - 12, 38, 250, darker(wood, 0.28), { rx: 6 }) +
      label(brush, title, { cx: CX, y: top + 28, width: 400, height: 176 }, look),
    reach: 280,
    labelled: true,
  }
}

/** The bamboo basket of the market, plaited over and under. */
const plaited = ({ brush }: Sketch, top: number, half: number, foot: number): string => {
  const body = polygon([
    [CX - half, top],
    [CX + half, top],
    [CX + foot, FOOT],
    [CX - foot, FOOT],
  ])
  const tone = "#C49A58"
  return (
    path(
      body,
      brush.across([
        [0, darker(tone, 0.35)],
        [0.35, lighter(tone, 0.2)],
        [1, darker(tone, 0.4)],
      ]),
    ) +
    brush.inside(
      body,
      times(9, (row) =>
        times(17, (at) =>
          rect(
            CX - half + at * 38 + (row % 2) * 19,
            top + row * 30,
            32,
            13,
            row % 2 ? "#E3C180" : "#A87B3E",
            { rx: 5, opacity: 0.6 },
          ),
        ),
      ),
    )
  )
}

export const basket: Shape = (sketch) => {
  const { ingredient, random } = sketch
  const top = FOOT - 230
  const half = random.between(250, 272)
  const handle = random.chance(0.5)
    ? line(
        `M${CX - half + 30} ${top}C${CX - half + 40} ${top - 380} ${CX + half - 40} ${top - 380} ${CX + half - 30} ${top}`,
        "#8A622E",
        20,
      ) +
      line(
        `M${CX - half + 30} ${top}C${CX - half + 40} ${top - 380} ${CX + half - 40} ${top - 380} ${CX + half - 30} ${top}`,
        "#D9B674",
        8,
        { "stroke-dasharray": "16 12" },
      )
    : ""
  return {
    body:
      handle +
      placed(ingredient, CX - 92, top - 40, 1.2) +
      placed(ingredient, CX + 94, top - 36, [-1.2, 1.2]) +
      placed(ingredient, CX - 160, top + 14, 1.1) +
      placed(ingredient, CX + 162, top + 14, [-1.1, 1.1]) +
      placed(ingredient, CX, top + 18, 1.3) +
      plaited(sketch, top, half, half - 60) +
      rect(CX - half - 14, top - 14, half * 2 + 28, 32, "#9A6E38", { rx: 16 }) +
      line(`M${CX - half} ${top + 2}H${CX + half}`, "#E3C180", 7, {
        "stroke-dasharray": "18 14",
      }),
    reach: half - 30,
    labelled: false,
  }
}

export const eggTray: Shape = ({ brush, title, look, random }) => {
  const tone = random.pick(["#EFDCC0", "#E3BE96", "#F4E9D8"])
  const egg = (x: number, y: number): string =>
    ellipse(
      x,
      y,
      50,
      64,
      brush.radial(
        [
          [0, lighter(tone, 0.6)],
          [0.7, tone],
          [1, darker(tone, 0.2)],
        ],
        0.36,
        0.3,
        0.75,
      ),
    )
  const tray = "#A7A08F"
  return {
    body:
      times(5, (index) => egg(272 + index * 104, GROUND - 330)) +
      times(5, (index) =>
        path(
          `M${216 + index * 104} ${GROUND - 290}q52 -60 106 0v60h-106Z`,
          darker(tray, 0.18),
        ),
      ) +
      times(5, (index) => egg(260 + index * 110, GROUND - 262)) +
      path(
        `M186 ${GROUND - 250}${times(5, () => "q59 70 118 0")}V${GROUND - 20}Q770 ${GROUND} 740 ${GROUND}H220Q190 ${GROUND} 186 ${GROUND - 20}Z`,
        brush.down([
          [0, lighter(tray, 0.3)],
          [1, darker(tray, 0.2)],
        ]),
      ) +
      label(brush, title, { cx: 481, y: GROUND - 186, width: 470, height: 158 }, look),
    reach: 300,
    labelled: true,
  }
}

/** Rice paper: round sheets stacked on edge behind, a bundle with its band before. */
export const ricePaper: Shape = ({ brush, random, title, look, words }) => {
  const tone = says(words, "mè", "nướng", "dày")
    ? "#EBDDBC"
    : random.pick(["#F4EBD6", "#EFE3C6"])
  const sheets = times(9, (index) => {
    const x = CX + 26 - index * 6
    return ellipse(
      x,
      GROUND - 268 + index * 1.5,
      262,
      262,
      index === 8 ? tone : index % 2 ? darker(tone, 0.14) : lighter(tone, 0.3),
    )
  })
  const face = CX - 22
  const grid = `M${face - 262} ${GROUND - 256}A262 262 0 1 1 ${face + 262} ${GROUND - 256}A262 262 0 1 1 ${face - 262} ${GROUND - 256}Z`
  return {
    body:
      sheets +
      brush.inside(
        grid,
        times(13, (index) =>
          line(
            `M${face - 300 + index * 50} ${GROUND - 540}l120 560M${face - 280 + index * 50} ${GROUND - 540}l-120 560`,
            darker(tone, 0.18),
            2.5,
            { opacity: 0.45 },
          ),
        ) +
          times(26, (index) =>
            ellipse(
              face - 220 + ((index * 83) % 440),
              GROUND - 480 + ((index * 131) % 440),
              6,
              3.5,
              index % 3 ? "#4B3A2C" : "#D6B26E",
              {
                opacity: 0.75,
                transform: `rotate(${index * 41} ${face - 220 + ((index * 83) % 440)} ${GROUND - 480 + ((index * 131) % 440)})`,
              },
            ),
          ) +
          rect(face - 270, GROUND - 372, 540, 216, darker(look.accent, 0.1)) +
          label(
            brush,
            title,
            { cx: face, y: GROUND - 362, width: 450, height: 196 },
            look,
          ),
      ) +
      path(grid, "none", { stroke: darker(tone, 0.3), "stroke-width": 3, opacity: 0.5 }),
    reach: 210,
    labelled: true,
  }
}

/** Roots or dried herbs laid on a winnowing tray. */
export const rootBundle: Shape = (sketch) => {
  const { brush, ingredient } = sketch
  const y = FOOT - 120
  const rim = brush.across([
    [0, "#8A622E"],
    [0.4, "#DDB878"],
    [1, "#7A5426"],
  ])
  return {
    body:
      ellipse(CX, y - 80, 330, 232, rim) +
      ellipse(CX, y - 86, 306, 208, "#E3C88E") +
      brush.inside(
        `M${CX - 306} ${y - 86}A306 208 0 1 1 ${CX + 306} ${y - 86}A306 208 0 1 1 ${CX - 306} ${y - 86}Z`,
        times(15, (index) =>
          line(
            `M${CX - 350 + index * 50} ${y - 320}v470M${CX - 330} ${y - 280 + index * 30}h660`,
            "#B98F4E",
            4,
            { opacity: 0.4 },
          ),
        ) + ellipse(CX + 30, y - 40, 300, 200, "#20130C", { opacity: 0.06 }),
      ) +
      placed(ingredient, CX - 140, y - 110, 1.25, -10) +
      placed(ingredient, CX + 140, y - 116, [-1.25, 1.25], 10) +
      placed(ingredient, CX, y - 150, 1.15) +
      placed(ingredient, CX - 110, y + 20, 1.35, 6) +
      placed(ingredient, CX + 120, y + 24, [-1.35, 1.35], -4),
    reach: 300,
    labelled: false,
  }
}

/** A basket of several things under a bow: the gift of Tết. */
export const giftBasket: Shape = (sketch) => {
  const { brush, ingredient, random } = sketch
  const top = FOOT - 200
  const ribbon = random.pick([BRAND.lacquer, BRAND.ochre])
  const bow =
    path(
      "M0 0C-40 -60 -120 -50 -110 0C-120 50 -40 44 0 0C40 -60 120 -50 110 0C120 50 40 44 0 0Z",
      ribbon,
    ) +
    path("M-8 8L-60 110L-26 96L4 20L40 100L66 116L12 6Z", darker(ribbon, 0.2)) +
    ellipse(0, 0, 22, 26, darker(ribbon, 0.3))
  const flask = (x: number, colour: string, tall: number): string =>
    rect(
      x - 46,
      top - tall,
      92,
      tall + 40,
      brush.across([
        [0, darker(colour, 0.3)],
        [0.4, lighter(colour, 0.25)],
        [1, darker(colour, 0.3)],
      ]),
      { rx: 22 },
    ) +
    rect(x - 18, top - tall - 56, 36, 66, BRAND.ink, { rx: 8 }) +
    rect(x - 46, top - tall * 0.66, 92, 92, BRAND.paper)
  return {
    body:
      flask(330, "#A4431B", 210) +
      flask(612, "#E5A61C", 190) +
      rect(
        400,
        top - 270,
        140,
        300,
        brush.slant([
          [0, lighter(sketch.colours.base, 0.3)],
          [1, sketch.colours.base],
        ]),
        { rx: 8 },
      ) +
      placed(ingredient, 470, top - 60, 0.7) +
      placed(ingredient, 250, top + 10, 1) +
      placed(ingredient, 710, top + 10, [-1, 1]) +
      plaited(sketch, top, 270, 220) +
      rect(CX - 284, top - 14, 568, 32, "#9A6E38", { rx: 16 }) +
      placed(bow, CX, top + 14, 1),
    reach: 240,
    labelled: false,
  }
}
