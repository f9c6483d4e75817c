/** Labels and name cards: the name of the product, set as large as its place allows. */
import { type Brush, group, line, path, placed, rect, round, times } from "./brush"
import { block, fit } from "./lettering"
import { BRAND, type GroupColours, darker, lighter } from "./palette"
import { type Random } from "./random"

export interface LabelBox {
  cx: number
  /** Upper edge. */
  y: number
  width: number
  height: number
  /** How far the edges bend downwards on a round body, in pixels. */
  bend?: number
}

export interface LabelLook {
  ground: string
  ink: string
  accent: string
  style: "banded" | "framed" | "plain" | "crowned"
}

export function chooseLook(colours: GroupColours, random: Random): LabelLook {
  const style = random.pick(["banded", "framed", "crowned", "banded", "plain"] as const)
  const ground = random.pick(["paper", "paper", "sand", "colour", "deep"] as const)
  const accent = random.pick([
    colours.base,
    colours.base,
    BRAND.lacquer,
    BRAND.forest,
    BRAND.river,
  ])
  if (ground === "deep")
    return {
      ground: random.pick([
        colours.deep,
        BRAND.lacquerDeep,
        BRAND.forestDeep,
        BRAND.riverDeep,
      ]),
      ink: BRAND.paper,
      accent: BRAND.gold,
      style,
    }
  if (ground === "colour")
    return {
      ground: lighter(colours.tint, 0.35),
      ink: colours.deep,
      accent,
      style,
    }
  return {
    ground: ground === "paper" ? BRAND.paper : BRAND.sand,
    ink: darker(colours.deep, 0.15),
    accent,
    style,
  }
}

/** A small star around its origin, `size` its radius. */
export const seal = (size: number, colour: string): string =>
  placed(
    path(
      "M0 -10L3 -3.4L10 -2.8L4.6 1.8L6.4 9L0 5.2L-6.4 9L-4.6 1.8L-10 -2.8L-3 -3.4Z",
      colour,
    ),
    0,
    0,
    size / 10,
  )

const sheet = ({ cx, y, width, height, bend = 0 }: LabelBox, inset = 0): string => {
  const [l, r] = [cx - width / 2 + inset, cx + width / 2 - inset]
  const [t, b] = [y + inset, y + height - inset]
  return `M${round(l)} ${round(t)}Q${round(cx)} ${round(t + bend * 2)} ${round(r)} ${round(t)}V${round(b)}Q${round(cx)} ${round(b + bend * 2)} ${round(l)} ${round(b)}Z`
}

const bandOf = (box: LabelBox, from: number, tall: number): string =>
  sheet({ ...box, y: box.y + from, height: tall })

/** A printed label. The text is set flat; only the paper's edges follow the body. */
export function label(
  brush: Brush,
  title: string,
  box: LabelBox,
  look: LabelLook,
): string {
  const { cx, y, width, height, bend = 0 } = box
  const paper = brush.across([
    [0, darker(look.ground, 0.12)],
    [0.22, look.ground],
    [0.7, look.ground],
    [1, darker(look.ground, 0.2)],
  ])
  const thin = Math.max(9, height * 0.06)
  let ornament = ""
  let [head, foot] = [height * 0.08, height * 0.08]
  if (look.style === "banded") {
    ornament =
      path(bandOf(box, 0, thin * 1.5), look.accent) +
      path(bandOf(box, height - thin * 1.5, thin * 1.5), look.accent) +
      line(
        `M${round(cx - width / 2 + 6)} ${round(y + thin * 2.3)}Q${round(cx)} ${round(y + thin * 2.3 + bend * 2)} ${round(cx + width / 2 - 6)} ${round(y + thin * 2.3)}`,
        look.accent,
        2.5,
      )
    ;[head, foot] = [thin * 2.9, thin * 2.1]
  }
  if (look.style === "framed") {
    ornament = path(sheet(box, 9), "none", { stroke: look.accent, "stroke-width": 3.5 })
    ;[head, foot] = [20, 20]
  }
  if (look.style === "crowned") {
    const size = Math.min(24, height * 0.1)
    ornament =
      placed(seal(size, look.accent), cx, y + bend + size + thin * 0.9) +
      line(
        `M${round(cx - width * 0.36)} ${round(y + bend * 0.8 + size + thin)}H${round(cx - size * 1.7)}M${round(cx + size * 1.7)} ${round(y + bend * 0.8 + size + thin)}H${round(cx + width * 0.36)}`,
        look.accent,
        3,
      )
    ;[head, foot] = [size * 2 + thin * 1.6, height * 0.09]
  }
  const room = height - head - foot
  // On a round body the words keep away from the edges, which turn away from the eye.
  const margin = (look.style === "framed" ? 44 : 32) + (bend > 0 ? width * 0.06 : 0)
  const text = fit(title, width - margin, room - bend * 0.5, 700)
  return (
    path(sheet(box), paper) +
    ornament +
    path(block(text, cx, y + head + room / 2 + bend * 0.9, 700), look.ink)
  )
}

/** A card that stands before things that carry no label of their own. */
export function nameCard(
  brush: Brush,
  title: string,
  cx: number,
  y: number,
  look: LabelLook,
): string {
  const [width, height] = [430, 128]
  const [l, t] = [cx - width / 2, y]
  const face = brush.down([
    [0, lighter(look.ground, 0.3)],
    [1, darker(look.ground, 0.06)],
  ])
  const text = fit(title, width - 100, height - 32, 700, 46)
  return (
    rect(l + 8, t + 12, width, height, "#20130C", { rx: 16, opacity: 0.22 }) +
    rect(l, t, width, height, face, { rx: 16 }) +
    rect(l + 9, t + 9, width - 18, height - 18, "none", {
      rx: 10,
      stroke: look.accent,
      "stroke-width": 3,
    }) +
    group(
      times(2, (side) =>
        placed(
          path("M0 -12L8 0L0 12L-8 0Z", look.accent),
          side ? l + width - 26 : l + 26,
          t + height / 2,
        ),
      ),
    ) +
    path(block(text, cx, t + height / 2, 700), look.ink)
  )
}
