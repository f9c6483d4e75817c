/** Carved and joined wood. A name card stands before it. */
import { circle, line, path, placed, rect, times } from "../brush"
import { CX, FOOT, GROUND } from "../backdrop"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"

const WOODS = ["#8A5430", "#A56A3C", "#6E3E24", "#B5814C"] as const

/** A dead root of agarwood set up as a landscape. */
export const driftwood: Shape = ({ brush, random }) => {
  const wood = random.pick(WOODS)
  const fill = brush.slant([
    [0, lighter(wood, 0.35)],
    [0.5, wood],
    [1, darker(wood, 0.5)],
  ])
  const flip = random.chance(0.5) ? -1 : 1
  const y = FOOT - 60
  const trunk =
    path(
      "M-90 0C-60 -90 -130 -140 -110 -230C-96 -300 -150 -330 -176 -420C-130 -390 -90 -370 -70 -320C-70 -400 -40 -460 10 -540C16 -470 -10 -420 6 -350C40 -380 100 -390 150 -470C156 -400 110 -350 60 -310C30 -270 60 -220 110 -236C150 -246 186 -280 220 -290C196 -230 150 -190 96 -180C50 -160 60 -80 110 0Z",
      fill,
    ) +
    line(
      "M-40 -20C-30 -100 -70 -160 -56 -240M10 -20C-6 -110 -10 -200 -20 -300M50 -20C30 -90 20 -140 40 -190",
      darker(wood, 0.55),
      6,
      { opacity: 0.5 },
    ) +
    line("M-20 -40C-16 -120 -30 -200 -30 -260", lighter(wood, 0.5), 5, { opacity: 0.5 })
  return {
    body:
      placed(trunk, CX, y + 4, [flip * 1.05, 1.05]) +
      path(
        `M${CX - 210} ${y}Q${CX} ${y - 34} ${CX + 210} ${y}L${CX + 178} ${y + 62}H${CX - 178}Z`,
        brush.across([
          [0, "#6B2A1C"],
          [0.4, "#9A4630"],
          [1, "#46170F"],
        ]),
      ) +
      line(`M${CX - 176} ${y + 34}H${CX + 176}`, BRAND.gold, 5, { opacity: 0.7 }),
    reach: 200,
    labelled: false,
  }
}

/** A wooden plate on its stand, carved with the Bridge Pagoda or the towers. */
export const plate: Shape = ({ brush, random, words }) => {
  const wood = random.pick(WOODS)
  const y = GROUND - 300
  const rim = brush.slant([
    [0, lighter(wood, 0.35)],
    [0.5, wood],
    [1, darker(wood, 0.4)],
  ])
  const pale = lighter(wood, 0.55)
  const bridge =
    path(
      "M-150 60V20Q-110 -10 -70 20Q-20 -30 30 -30Q80 -30 110 20Q130 0 150 20V60Z",
      pale,
    ) +
    path(
      "M-170 16Q-120 -8 -110 -60H110Q120 -8 170 16Q120 4 90 4H-90Q-120 4 -170 16Z",
      darker(wood, 0.45),
    ) +
    path("M-110 -62Q-74 -78 -66 -110H66Q74 -78 110 -62Z", darker(wood, 0.3)) +
    rect(-92, 4, 184, 22, darker(wood, 0.2)) +
    path(
      "M-64 62Q-64 22 -32 22Q0 22 0 62ZM6 62Q6 22 38 22Q70 22 70 62Z",
      darker(wood, 0.5),
    ) +
    line("M-170 84q20 -12 40 0t40 0t40 0t40 0t40 0t40 0t40 0t40 0", pale, 6)
  const tower = (x: number, tall: number): string =>
    times(4, (step) => {
      const top = 70 - tall * ([0.42, 0.64, 0.82, 1][step] ?? 1)
      return rect(
        x - 52 + step * 11,
        top,
        104 - step * 22,
        tall * 0.43,
        step % 2 ? pale : darker(wood, 0.35),
      )
    })
  const towers =
    tower(-10, 210) + tower(-120, 140) + tower(104, 150) + line("M-190 74H190", pale, 7)
  return {
    body:
      line(
        `M${CX - 140} ${FOOT + 10}L${CX - 80} ${y + 150}M${CX + 140} ${FOOT + 10}L${CX + 80} ${y + 150}M${CX - 160} ${FOOT - 20}H${CX + 160}`,
        "#4A2A1E",
        20,
      ) +
      circle(CX, y, 262, rim) +
      circle(CX, y, 262, "none", {
        stroke: darker(wood, 0.5),
        "stroke-width": 4,
        opacity: 0.4,
      }) +
      circle(CX, y, 216, darker(wood, 0.22)) +
      circle(
        CX,
        y + 4,
        206,
        brush.radial([
          [0, lighter(wood, 0.2)],
          [1, darker(wood, 0.1)],
        ]),
      ) +
      times(28, (index) =>
        placed(
          path("M0 -10L7 0L0 10L-7 0Z", pale, { opacity: 0.75 }),
          CX + 239 * Math.cos((index / 28) * 6.2832),
          y + 239 * Math.sin((index / 28) * 6.2832),
          1,
          (index / 28) * 360,
        ),
      ) +
      placed(says(words, "mỹ sơn", "tháp") ? towers : bridge, CX, y + 24, 1.05),
    reach: 170,
    labelled: false,
  }
}

/** Small joinery for a desk or a wall: the Bridge Pagoda with pens behind its roof. */
export const woodcraft: Shape = ({ brush, random }) => {
  const wood = random.pick(["#A56A3C", "#B5814C", "#8A5430"] as const)
  const fill = brush.down([
    [0, lighter(wood, 0.25)],
    [1, darker(wood, 0.2)],
  ])
  const y = FOOT
  const pen = (x: number, turn: number, colour: string): string =>
    placed(
      rect(-14, -300, 28, 300, colour, { rx: 4 }) +
        path("M-14 -298L0 -340L14 -298Z", "#F1E0BC") +
        path("M-5 -326L0 -340L5 -326Z", BRAND.ink),
      x,
      y - 200,
      1,
      turn,
    )
  return {
    body:
      pen(410, -8, BRAND.lacquer) +
      pen(486, 3, BRAND.river) +
      pen(556, 10, BRAND.ochre) +
      path(
        `M250 ${y - 210}Q330 ${y - 240} 340 ${y - 320}H620Q630 ${y - 240} 710 ${y - 210}Q640 ${y - 226} 600 ${y - 226}H360Q320 ${y - 226} 250 ${y - 210}Z`,
        brush.down([
          [0, "#6B3A24"],
          [1, "#3E1F14"],
        ]),
      ) +
      line(`M352 ${y - 312}H608M344 ${y - 284}H616M330 ${y - 256}H630`, "#9A6240", 5, {
        opacity: 0.7,
      }) +
      rect(316, y - 226, 328, 116, fill) +
      times(5, (index) =>
        rect(330 + index * 62, y - 214, 46, 92, darker(wood, 0.45), { rx: 4 }),
      ) +
      times(5, (index) =>
        line(
          `M${353 + index * 62} ${y - 214}v92M${330 + index * 62} ${y - 168}h46`,
          lighter(wood, 0.3),
          4,
        ),
      ) +
      path(
        `M220 ${y}V${y - 112}H740V${y}H650Q640 ${y - 70} 580 ${y - 70}Q524 ${y - 70} 516 ${y}H444Q436 ${y - 70} 380 ${y - 70}Q320 ${y - 70} 310 ${y}Z`,
        fill,
      ) +
      line(`M220 ${y - 104}H740`, BRAND.gold, 5, { opacity: 0.7 }),
    reach: 270,
    labelled: false,
  }
}
