/** Parts that several ingredients share. All are drawn around their own origin. */
import { ellipse, line, path, placed, round, times } from "../brush"
import { darker, lighter } from "../palette"
import { type Random } from "../random"

/** A leaf lying to the right of the origin, with its midrib. */
export function leaf(length: number, width: number, colour: string): string {
  const [l, w] = [length, width]
  const blade = `M0 0C${round(l * 0.25)} ${round(-w)} ${round(l * 0.7)} ${round(-w * 0.8)} ${round(l)} 0`
  return (
    path(
      `${blade}C${round(l * 0.7)} ${round(w * 0.8)} ${round(l * 0.25)} ${round(w)} 0 0Z`,
      colour,
    ) +
    path(`${blade}Z`, lighter(colour, 0.18)) +
    line(`M0 0H${round(l * 0.9)}`, darker(colour, 0.25), Math.max(1.5, w * 0.07), {
      opacity: 0.6,
    })
  )
}

/** A curved stem with leaves on both sides. */
export function sprig(colour: string, leaves = 5, size = 1): string {
  return (
    line(
      `M0 0Q${60 * size} ${-70 * size} ${150 * size} ${-96 * size}`,
      darker(colour, 0.2),
      5 * size,
    ) +
    times(leaves, (index) => {
      const t = 0.2 + (index / leaves) * 0.85
      const [x, y] = [150 * t * size, -(148 * t - 52 * t * t) * size]
      const up = index % 2 === 0
      return placed(
        leaf(78, 21, up ? colour : darker(colour, 0.14)),
        x,
        y,
        size,
        up ? -78 : 8,
      )
    })
  )
}

/** A heap of small things, the lower rows broader; `draw` gets a number that differs for each. */
export function heap(
  random: Random,
  width: number,
  rows: number,
  step: readonly [number, number],
  draw: (index: number) => string,
): string {
  let index = 0
  let heaped = ""
  for (let row = rows - 1; row >= 0; row--) {
    const reach = (width / 2) * Math.cos((row / rows) * 1.35)
    const count = Math.max(1, Math.round((reach * 2) / step[0]))
    for (let at = 0; at < count; at++) {
      const x =
        -reach + ((at + 0.5) / count) * reach * 2 + random.between(-0.2, 0.2) * step[0]
      const y = -row * step[1] + random.between(-0.25, 0.25) * step[1]
      heaped += placed(draw(index++), x, y, 1, random.between(-70, 70))
    }
  }
  return heaped
}

/** A soft shadow under something that lies on the table. */
export const contact = (width: number, y = 0): string =>
  ellipse(0, y, width / 2, width * 0.075, "#20130C", { opacity: 0.14 })
