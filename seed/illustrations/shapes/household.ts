/** Small things for the house and the hand. A name card stands before them. */
import { circle, ellipse, line, path, placed, rect, times, turned } from "../brush"
import { CX, FOOT, GROUND } from "../backdrop"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"

export const fan: Shape = ({ brush, random }) => {
  const wood = random.pick(["#C99B62", "#A56A3C", "#8A5430"] as const)
  const y = FOOT - 30
  const blades = 17
  return {
    body: placed(
      times(blades, (index) => {
        const turn = -80 + (index * 160) / (blades - 1)
        return placed(
          path(
            "M-7 0L-40 -470Q0 -500 40 -470L7 0Z",
            brush.across([
              [0, darker(wood, 0.26)],
              [0.4, lighter(wood, 0.32)],
              [1, wood],
            ]),
          ) +
            path("M0 -440L14 -416L0 -392L-14 -416Z", darker(wood, 0.5), {
              opacity: 0.6,
            }) +
            circle(0, -364, 7, darker(wood, 0.5), { opacity: 0.55 }) +
            ellipse(0, -320, 6, 20, darker(wood, 0.5), { opacity: 0.5 }) +
            circle(0, -278, 5, darker(wood, 0.5), { opacity: 0.5 }),
          0,
          0,
          1,
          turn,
        )
      }) +
        circle(0, 0, 22, BRAND.goldDeep) +
        circle(-5, -5, 8, BRAND.gold) +
        line("M0 18C6 60 -20 70 -14 110", BRAND.lacquer, 6) +
        path("M-24 108H-4L2 168H-30Z", BRAND.lacquer),
      CX,
      y,
      0.92,
    ),
    reach: 300,
    labelled: false,
  }
}

export const clock: Shape = ({ brush, random }) => {
  const wood = random.pick(["#8A5430", "#A56A3C", "#6E3E24"] as const)
  const y = GROUND - 320
  return {
    body:
      path(
        `M${CX - 190} ${FOOT}L${CX - 150} ${y + 170}H${CX + 150}L${CX + 190} ${FOOT}Z`,
        darker(wood, 0.3),
      ) +
      circle(
        CX,
        y,
        254,
        brush.slant([
          [0, lighter(wood, 0.35)],
          [0.5, wood],
          [1, darker(wood, 0.45)],
        ]),
      ) +
      circle(CX, y, 198, BRAND.paper) +
      circle(CX, y, 198, "none", { stroke: darker(wood, 0.4), "stroke-width": 6 }) +
      times(12, (index) => {
        const angle = (index / 12) * Math.PI * 2
        const [x, at] = [CX + 226 * Math.sin(angle), y - 226 * Math.cos(angle)]
        return (
          circle(x, at, 19, index % 3 ? lighter(wood, 0.5) : BRAND.gold) +
          placed(path("M0 -11L10 7H-10Z", darker(wood, 0.5)), x, at, 1, index * 30) +
          placed(
            rect(-4, -186, 8, index % 3 ? 18 : 32, darker(wood, 0.4), { rx: 4 }),
            CX,
            y,
            1,
            index * 30,
          )
        )
      }) +
      line(`M${CX} ${y}L${CX - 66} ${y - 76}`, BRAND.ink, 14) +
      line(`M${CX} ${y}L${CX + 96} ${y - 96}`, BRAND.ink, 9) +
      line(`M${CX - 20} ${y + 34}L${CX + 66} ${y - 112}`, BRAND.lacquer, 4) +
      circle(CX, y, 14, BRAND.lacquer),
    reach: 200,
    labelled: false,
  }
}

export const bracelet: Shape = ({ brush, random }) => {
  const wood = random.pick(["#6E3E24", "#8A5430", "#C9862B", "#4A2A1E"] as const)
  const bead = brush.radial(
    [
      [0, lighter(wood, 0.62)],
      [0.5, wood],
      [1, darker(wood, 0.5)],
    ],
    0.34,
    0.3,
    0.72,
  )
  const count = Math.round(random.between(17, 21))
  const y = FOOT - 260
  return {
    body:
      rect(
        270,
        FOOT - 58,
        420,
        62,
        brush.across([
          [0, "#8A2F20"],
          [0.4, "#B4452B"],
          [1, "#5C1A10"],
        ]),
        { rx: 14 },
      ) +
      path(`M300 ${FOOT - 56}Q480 ${FOOT - 130} 660 ${FOOT - 56}Z`, "#7C2217") +
      times(count, (index) => {
        const angle = (index / count) * Math.PI * 2 - Math.PI / 2
        return circle(
          CX + 208 * Math.cos(angle),
          y + 214 * Math.sin(angle),
          (1310 / count) * 0.515,
          bead,
        )
      }) +
      placed(
        line("M0 0V40", BRAND.lacquer, 6) +
          circle(0, 52, 15, BRAND.gold) +
          path("M-14 64H14L22 132H-22Z", BRAND.lacquer) +
          line("M-8 74L-12 130M2 72V130M9 74L13 130", darker(BRAND.lacquer, 0.4), 3),
        CX,
        y + 236,
        0.9,
      ),
    reach: 220,
    labelled: false,
  }
}

/** Pottery of Thanh Hà: a tall vase, a round one, a bowl. */
export const ceramics: Shape = ({ brush, random, words }) => {
  const clay = says(words, "gỗ")
    ? "#8A5430"
    : random.pick(["#B5623A", "#A9532F", "#C27A4C"])
  const glaze = says(words, "gỗ")
    ? "#B5814C"
    : random.pick([BRAND.river, BRAND.indigo, "#6F8560"])
  const turn = (tone: string): string =>
    brush.across([
      [0, darker(tone, 0.36)],
      [0.32, lighter(tone, 0.36)],
      [0.7, tone],
      [1, darker(tone, 0.44)],
    ])
  const tall = turned(386, [
    [FOOT - 470, 62],
    [FOOT - 446, 50],
    [FOOT - 400, 56],
    [FOOT - 270, 132],
    [FOOT - 130, 104],
    [FOOT - 18, 66],
  ])
  const low = turned(598, [
    [FOOT - 292, 64],
    [FOOT - 270, 56],
    [FOOT - 170, 136],
    [FOOT - 90, 128],
    [FOOT - 18, 70],
  ])
  const bowl = `M400 ${FOOT - 96}H604Q600 ${FOOT + 4} 540 ${FOOT + 18}H464Q404 ${FOOT + 4} 400 ${FOOT - 96}Z`
  const bands = (y: number): string =>
    rect(220, y, 520, 74, lighter(glaze, 0.2), { opacity: 0.5 }) +
    line(`M220 ${y + 54}${times(26, () => "l10 -34l10 34")}`, BRAND.paper, 5, {
      opacity: 0.85,
    })
  return {
    body:
      times(
        3,
        (index) =>
          line(
            `M386 ${FOOT - 460}q${index * 50 - 60} -90 ${index * 96 - 96} -150`,
            "#6F7A3C",
            6,
          ) +
          circle(
            386 + index * 96 - 96,
            FOOT - 612,
            22,
            ["#E9A6A0", BRAND.ochre, BRAND.gold][index] ?? BRAND.ochre,
          ) +
          circle(386 + index * 96 - 96, FOOT - 612, 8, BRAND.lacquer),
      ) +
      path(tall, turn(clay)) +
      brush.inside(tall, bands(FOOT - 296)) +
      path(low, turn(glaze)) +
      brush.inside(low, bands(FOOT - 178)) +
      ellipse(386, FOOT - 470, 62, 10, darker(clay, 0.5)) +
      ellipse(598, FOOT - 292, 64, 11, darker(glaze, 0.5)) +
      path(bowl, turn(lighter(clay, 0.25))) +
      ellipse(502, FOOT - 96, 102, 18, darker(clay, 0.4)),
    reach: 230,
    labelled: false,
  }
}
