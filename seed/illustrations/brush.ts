/** Small vocabulary for writing SVG: shapes as strings, gradients and clips collected apart. */

export type Stops = readonly (readonly [
  offset: number,
  colour: string,
  opacity?: number,
])[]
export type Attributes = Record<string, string | number | undefined>
export type Point = readonly [x: number, y: number]

/** One decimal is a tenth of a pixel: finer than any screen shows, and short. */
export const round = (value: number): string => String(Math.round(value * 10) / 10)

const attributes = (given: Attributes): string =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === "number" ? Number(value.toFixed(2)) : value}"`,
    )
    .join("")

export const path = (d: string, fill: string, more: Attributes = {}): string =>
  `<path${attributes({ d, fill, ...more })}/>`

export const line = (
  d: string,
  stroke: string,
  width: number,
  more: Attributes = {},
): string =>
  path(d, "none", {
    stroke,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...more,
  })

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Attributes = {},
): string => `<rect${attributes({ x, y, width, height, fill, ...more })}/>`

export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  more: Attributes = {},
): string => `<ellipse${attributes({ cx, cy, rx, ry, fill, ...more })}/>`

export const circle = (
  cx: number,
  cy: number,
  r: number,
  fill: string,
  more: Attributes = {},
): string => `<circle${attributes({ cx, cy, r, fill, ...more })}/>`

export const group = (content: string, more: Attributes = {}): string =>
  `<g${attributes(more)}>${content}</g>`

/** Moves, turns (degrees) and scales `content`, which is drawn around its own origin. */
export const placed = (
  content: string,
  x: number,
  y: number,
  scale: number | readonly [number, number] = 1,
  turn = 0,
): string => {
  const [sx, sy] = typeof scale === "number" ? [scale, scale] : scale
  const parts = [
    `translate(${round(x)} ${round(y)})`,
    turn === 0 ? "" : `rotate(${round(turn)})`,
    sx === 1 && sy === 1
      ? ""
      : `scale(${Number(sx.toFixed(3))} ${Number(sy.toFixed(3))})`,
  ]
  return group(content, { transform: parts.filter(Boolean).join(" ") })
}

/** A straight-edged figure through the points. */
export const polygon = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`

/** `count` items, by their index. */
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join("")

/** A turned body: [y, radius] from top to bottom, mirrored about the axis `cx`, smooth between. */
export function turned(cx: number, profile: readonly Point[], foot = 18): string {
  const [first, ...rest] = profile
  if (!first) return ""
  let d = `M${round(cx - first[1])} ${round(first[0])}H${round(cx + first[1])}`
  const side = (from: Point, to: Point, sign: 1 | -1): string => {
    const middle = round((from[0] + to[0]) / 2)
    const [a, b] = [round(cx + sign * from[1]), round(cx + sign * to[1])]
    return a === b
      ? `V${round(to[0])}`
      : `C${a} ${middle} ${b} ${middle} ${b} ${round(to[0])}`
  }
  let previous = first
  for (const point of rest) {
    d += side(previous, point, 1)
    previous = point
  }
  const [bottom, radius] = previous
  d += `Q${round(cx + radius)} ${round(bottom + foot)} ${round(cx + radius - foot)} ${round(bottom + foot)}`
  d += `H${round(cx - radius + foot)}Q${round(cx - radius)} ${round(bottom + foot)} ${round(cx - radius)} ${round(bottom)}`
  for (const point of [first, ...rest].slice(0, -1).reverse()) {
    d += side(previous, point, -1)
    previous = point
  }
  return `${d}Z`
}

/** Collects what a drawing refers to by name. One brush per picture, so names never clash. */
export class Brush {
  private readonly defs: string[] = []

  private keep(tag: string, content: string, more: Attributes): string {
    const id = `d${this.defs.length}`
    this.defs.push(`<${tag}${attributes({ id, ...more })}>${content}</${tag}>`)
    return `url(#${id})`
  }

  private stops(stops: Stops): string {
    return stops
      .map(
        ([offset, colour, opacity]) =>
          `<stop${attributes({ offset, "stop-color": colour, "stop-opacity": opacity })}/>`,
      )
      .join("")
  }

  /** Left to right. */
  across(stops: Stops): string {
    return this.keep("linearGradient", this.stops(stops), {})
  }

  /** Top to bottom. */
  down(stops: Stops): string {
    return this.keep("linearGradient", this.stops(stops), { x2: 0, y2: 1 })
  }

  /** From the upper left, where the light stands. */
  slant(stops: Stops): string {
    return this.keep("linearGradient", this.stops(stops), { x2: 1, y2: 1 })
  }

  /** Round, lit from (cx, cy) given as shares of the figure's box. */
  radial(stops: Stops, cx = 0.5, cy = 0.5, r = 0.5): string {
    return this.keep("radialGradient", this.stops(stops), { cx, cy, r })
  }

  /** The content seen only inside the outline `d`. */
  inside(d: string, content: string): string {
    return group(content, { "clip-path": this.keep("clipPath", path(d, "#000"), {}) })
  }

  /** The finished picture. `alt` is given by the page, so the drawing itself stays silent. */
  finish(width: number, height: number, content: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<defs>${this.defs.join("")}</defs>${content}</svg>`
    )
  }
}
