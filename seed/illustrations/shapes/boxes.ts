/** Cartons, and what is rolled in leaves. */
import { circle, ellipse, line, path, placed, rect, times } from "../brush"
import { GROUND } from "../backdrop"
import { label, seal } from "../label"
import { BRAND, darker, lighter, mix } from "../palette"
import { type Shape, type Sketch } from "../sketch"
import { woven } from "./pouches"

/** A carton seen a little from the right: front, side and top. */
function carton(
  sketch: Sketch,
  colour: string,
  x: number,
  width: number,
  tall: number,
): string {
  const { brush } = sketch
  const [top, side] = [GROUND - tall, 70]
  return (
    rect(
      x,
      top,
      width,
      tall,
      brush.slant([
        [0, lighter(colour, 0.2)],
        [1, colour],
      ]),
    ) +
    path(
      `M${x + width} ${top}l${side} -34V${GROUND - 30}L${x + width} ${GROUND}Z`,
      darker(colour, 0.36),
    ) +
    path(
      `M${x} ${top}l${side} -34H${x + width + side}L${x + width} ${top}Z`,
      lighter(colour, 0.38),
    ) +
    line(`M${x + 2} ${top}H${x + width}V${GROUND - 2}`, lighter(colour, 0.5), 2.5, {
      opacity: 0.6,
    })
  )
}

const boxColour = ({ random, colours }: Sketch): string =>
  random.pick([
    colours.base,
    BRAND.river,
    lighter(colours.base, 0.5),
    BRAND.lacquer,
    "#D3AC78",
    BRAND.ochre,
    BRAND.forest,
    "#EADFC4",
  ])

/** Tea bags: a carton, and one bag on its thread before it. */
export const teaBox: Shape = (sketch) => {
  const { brush, random, title, look, ingredient } = sketch
  const colour = boxColour(sketch)
  const tall = random.between(420, 460)
  const [x, width] = [256, 380]
  const bag =
    line("M0 -10C-30 -60 -90 -50 -96 -104", BRAND.paper, 4) +
    path("M-46 0L-26 -22H26L46 0V92H-46Z", "#FBF6EA") +
    path("M-46 34H46V92H-46Z", mix("#6B4A22", "#FBF6EA", 0.45)) +
    line("M-46 0H46", "#E2CFA6", 3)
  return {
    body:
      carton(sketch, colour, x, width, tall) +
      label(
        brush,
        title,
        { cx: x + width / 2, y: GROUND - tall + 40, width: width - 60, height: 208 },
        look,
      ) +
      ellipse(x + width / 2, GROUND - 92, 120, 74, lighter(colour, 0.72), {
        opacity: 0.92,
      }) +
      placed(ingredient, x + width / 2, GROUND - 44, 0.9) +
      placed(bag, 676, GROUND - 62, 1, 8),
    reach: 250,
    labelled: true,
  }
}

export const box: Shape = (sketch) => {
  const { brush, random, title, look, ingredient, colours } = sketch
  const colour = boxColour(sketch)
  const tall = random.between(330, 370)
  const [x, width] = [216, 460]
  return {
    body:
      carton(sketch, colour, x, width, tall) +
      rect(x, GROUND - 92, width, 50, look.accent, { opacity: 0.85 }) +
      woven(x + 8, GROUND - 80, width - 8, lighter(colours.tint, 0.3)) +
      label(
        brush,
        title,
        {
          cx: x + width / 2,
          y: GROUND - tall + 34,
          width: width - 70,
          height: tall - 150,
        },
        look,
      ) +
      placed(seal(26, BRAND.gold), x + width - 40, GROUND - 116) +
      placed(ingredient, 718, GROUND + 36, 1.05),
    reach: 285,
    labelled: true,
  }
}

/** Cakes and sweets: the box behind, what is in it before. */
export const sweetBox: Shape = (sketch) => {
  const { brush, random, title, look, ingredient } = sketch
  const colour = boxColour(sketch)
  const tall = random.between(390, 430)
  const [x, width] = [246, 400]
  const plate =
    ellipse(480, GROUND + 22, 230, 34, "#20130C", { opacity: 0.18 }) +
    ellipse(480, GROUND + 10, 226, 40, BRAND.paper) +
    ellipse(480, GROUND + 6, 188, 28, "#EFE6D0")
  return {
    body:
      carton(sketch, colour, x, width, tall) +
      label(
        brush,
        title,
        {
          cx: x + width / 2,
          y: GROUND - tall + 36,
          width: width - 54,
          height: tall - 186,
        },
        look,
      ) +
      plate +
      placed(ingredient, 392, GROUND + 8, 0.9) +
      placed(ingredient, 572, GROUND + 10, [-0.95, 0.95]) +
      placed(ingredient, 484, GROUND + 18, 0.8),
    reach: 270,
    labelled: true,
  }
}

/** Rolls of pork or beef paste in banana leaf, tied with bamboo string. */
export const leafRolls: Shape = (sketch) => {
  const { brush, title, look } = sketch
  const roll = (x: number, y: number, wide: number): string =>
    placed(
      rect(
        -wide / 2,
        -66,
        wide,
        132,
        brush.down([
          [0, "#7FA35A"],
          [0.35, "#568246"],
          [1, "#26452A"],
        ]),
        { rx: 30 },
      ) +
        line(
          `M${-wide / 2 + 20} -34H${wide / 2 - 20}M${-wide / 2 + 14} -6H${wide / 2 - 14}M${-wide / 2 + 20} 26H${wide / 2 - 20}`,
          "#A9C07C",
          3,
          { opacity: 0.45 },
        ) +
        times(4, (index) =>
          line(
            `M${-wide / 2 + 50 + (index * (wide - 100)) / 3} -66q10 66 0 132`,
            "#E2CFA6",
            7,
          ),
        ),
      x,
      y,
    )
  const cut =
    ellipse(704, GROUND + 10, 74, 74, "#3F6B3A") +
    ellipse(704, GROUND + 10, 64, 64, "#E9BFA6") +
    times(12, (index) =>
      circle(
        668 + ((index * 29) % 76),
        GROUND - 28 + ((index * 37) % 78),
        4,
        index % 3 ? "#C98F78" : "#4A3428",
      ),
    )
  return {
    body:
      roll(480, GROUND - 330, 400) +
      roll(480, GROUND - 70, 480) +
      roll(472, GROUND - 202, 500) +
      label(
        brush,
        title,
        { cx: 470, y: GROUND - 296, width: 350, height: 190, bend: 0 },
        look,
      ) +
      cut,
    reach: 270,
    labelled: true,
  }
}
