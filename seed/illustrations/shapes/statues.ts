/** Figures and instruments of worship. A name card stands before them. */
import { type Brush, circle, ellipse, line, path, placed, rect, times } from "../brush"
import { CX, FOOT } from "../backdrop"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"

const WOODS = ["#8A5430", "#A56A3C", "#6E3E24", "#B5814C"] as const

const plinth = (brush: Brush, wood: string, y: number): string =>
  rect(
    CX - 190,
    y,
    380,
    30,
    brush.across([
      [0, lighter(wood, 0.25)],
      [1, darker(wood, 0.5)],
    ]),
    { rx: 7 },
  ) +
  rect(CX - 164, y + 28, 328, 34, darker(wood, 0.35)) +
  line(`M${CX - 150} ${y + 54}${times(15, () => "l10 -18l10 18")}`, BRAND.gold, 3.5, {
    opacity: 0.7,
  }) +
  rect(CX - 210, y + 60, 420, 34, darker(wood, 0.2), { rx: 7 })

export const carving: Shape = ({ brush, random, words }) => {
  const wood = random.pick(WOODS)
  const figure = says(words, "vũ nữ", "apsara") ? dancer(brush) : seated(brush, wood)
  return {
    body: plinth(brush, wood, FOOT - 92) + placed(figure, CX, FOOT - 90, 1.1),
    reach: 210,
    labelled: false,
  }
}

/** A figure in meditation before a halo, on lotus petals; its foot at the origin. */
function seated(brush: Brush, wood: string): string {
  const lit = brush.across([
    [0, lighter(wood, 0.4)],
    [0.5, wood],
    [1, darker(wood, 0.42)],
  ])
  const deep = darker(wood, 0.45)
  const robe =
    "M0 -352C40 -352 58 -346 84 -330C124 -304 138 -236 150 -176C158 -150 176 -140 196 -112C214 -84 190 -62 150 -62H-150C-190 -62 -214 -84 -196 -112C-176 -140 -158 -150 -150 -176C-138 -236 -124 -304 -84 -330C-58 -346 -40 -352 0 -352Z"
  return (
    circle(0, -372, 128, BRAND.gold, { opacity: 0.5 }) +
    circle(0, -372, 104, lighter(wood, 0.6), { opacity: 0.55 }) +
    times(9, (index) =>
      placed(
        path("M-34 0Q-40 -46 0 -70Q40 -46 34 0Z", index % 2 ? lighter(wood, 0.25) : wood),
        (index - 4) * 46,
        0,
        [1, index % 2 ? 0.95 : 1.1],
      ),
    ) +
    path(robe, lit) +
    line(
      "M-104 -292C-92 -230 -60 -176 -14 -150M-60 -338C-30 -250 30 -190 96 -170M-26 -350C0 -280 56 -220 122 -206M-168 -112C-90 -142 90 -142 168 -112M-140 -84C-70 -104 70 -104 140 -84",
      deep,
      6,
      { opacity: 0.5 },
    ) +
    path("M-58 -128Q0 -100 58 -128Q40 -92 0 -92Q-40 -92 -58 -128Z", lighter(wood, 0.35)) +
    rect(-22, -376, 44, 40, darker(wood, 0.12)) +
    path(
      "M-54 -424C-54 -470 54 -470 54 -424C54 -384 26 -358 0 -358C-26 -358 -54 -384 -54 -424Z",
      lit,
    ) +
    path("M-56 -424C-58 -486 58 -486 56 -424C30 -446 -30 -446 -56 -424Z", deep) +
    circle(0, -474, 24, deep) +
    ellipse(-55, -410, 8, 22, darker(wood, 0.2)) +
    ellipse(55, -410, 8, 22, darker(wood, 0.3)) +
    line("M-30 -414q10 7 20 0M10 -414q10 7 20 0M-10 -380q10 6 20 0M0 -410v16", deep, 4)
  )
}

/** An Apsara in relief on a slab of sandstone; its foot at the origin. */
function dancer(brush: Brush): string {
  const stone = "#B98B64"
  const slab = brush.across([
    [0, lighter(stone, 0.25)],
    [0.6, stone],
    [1, darker(stone, 0.35)],
  ])
  const limbs = (colour: string): string =>
    line("M-28 -322L-100 -304L-124 -236Q-126 -212 -100 -206", colour, 25) +
    line("M28 -322L100 -304L108 -388Q110 -414 134 -420", colour, 25) +
    line("M-20 -196L-98 -126L-62 -30L-106 -18", colour, 40) +
    line("M20 -196L88 -120L48 -28L92 -14", colour, 40) +
    path(
      "M-40 -334Q0 -350 40 -334Q36 -280 22 -252Q44 -222 44 -186Q0 -164 -44 -186Q-44 -222 -22 -252Q-36 -280 -40 -334Z",
      colour,
    ) +
    circle(0, -384, 36, colour) +
    path("M-36 -400Q-20 -420 -20 -440L0 -498L20 -440Q20 -420 36 -400Z", colour) +
    path("M-16 -180Q-20 -90 -34 -44Q0 -30 30 -46Q18 -96 18 -180Z", colour)
  const cut = darker(stone, 0.5)
  return (
    path("M-184 0V-380Q-184 -550 0 -566Q184 -550 184 -380V0Z", slab) +
    path("M-156 0V-372Q-156 -520 0 -536Q156 -520 156 -372V0Z", darker(stone, 0.25)) +
    placed(limbs(darker(stone, 0.55)), 7, 7) +
    limbs(lighter(stone, 0.38)) +
    line(
      "M-38 -400H38M-22 -430H22M-40 -196Q0 -174 40 -196M-34 -214Q0 -194 34 -214M-28 -328Q0 -300 28 -328M-18 -330Q0 -314 18 -330M-16 -390q7 5 13 0M4 -390q7 5 13 0M-6 -368q6 5 12 0M-12 -150Q0 -144 14 -150M-18 -112Q0 -104 20 -112M-24 -76Q0 -66 24 -76",
      cut,
      4,
      { opacity: 0.75 },
    ) +
    line("M-108 -288l18 10M92 -340h28M-84 -76l26 8M58 -72l26 6", cut, 5, {
      opacity: 0.6,
    }) +
    circle(-16, -290, 11, lighter(stone, 0.55)) +
    circle(16, -290, 11, lighter(stone, 0.55))
  )
}

/** A small bronze bell in a wooden frame, with its mallet. */
export const bell: Shape = ({ brush, random }) => {
  const wood = random.pick(WOODS)
  const post = brush.across([
    [0, lighter(wood, 0.35)],
    [1, darker(wood, 0.35)],
  ])
  const bronze = brush.across([
    [0, "#6B4A1C"],
    [0.32, "#E2B75E"],
    [0.66, "#A97A2C"],
    [1, "#553912"],
  ])
  const y = FOOT
  return {
    body:
      rect(250, y - 520, 36, 490, post, { rx: 8 }) +
      rect(674, y - 520, 36, 490, post, { rx: 8 }) +
      path(
        `M180 ${y - 512}Q230 ${y - 530} 250 ${y - 570}H710Q730 ${y - 530} 780 ${y - 512}Q720 ${y - 496} 680 ${y - 500}H280Q240 ${y - 496} 180 ${y - 512}Z`,
        brush.down([
          [0, lighter(wood, 0.2)],
          [1, darker(wood, 0.4)],
        ]),
      ) +
      line(`M270 ${y - 536}H690`, BRAND.gold, 5, { opacity: 0.7 }) +
      rect(200, y - 42, 560, 44, post, { rx: 10 }) +
      line(`M480 ${y - 500}v62`, BRAND.lacquer, 10) +
      circle(480, y - 428, 22, "none", { stroke: "#8A6424", "stroke-width": 12 }) +
      path(
        `M420 ${y - 400}Q480 ${y - 430} 540 ${y - 400}Q580 ${y - 330} 580 ${y - 190}Q590 ${y - 150} 616 ${y - 126}H344Q370 ${y - 150} 380 ${y - 190}Q380 ${y - 330} 420 ${y - 400}Z`,
        bronze,
      ) +
      line(`M390 ${y - 300}H570M384 ${y - 276}H576M368 ${y - 160}H592`, "#5E4116", 5, {
        opacity: 0.6,
      }) +
      times(5, (index) => circle(408 + index * 36, y - 330, 7, "#F0D48E")) +
      circle(480, y - 216, 24, "none", { stroke: "#F0D48E", "stroke-width": 5 }) +
      placed(
        rect(-8, -190, 16, 200, darker(wood, 0.2), { rx: 8 }) +
          rect(-26, -214, 52, 62, BRAND.lacquer, { rx: 12 }),
        640,
        y - 48,
        1,
        38,
      ),
    reach: 280,
    labelled: false,
  }
}
