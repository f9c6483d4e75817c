/** Turned glass with something inside and a label around it: what bottles and jars share. */
import { type Point, ellipse, path, rect, times, turned } from "../brush"
import { CX, GROUND } from "../backdrop"
import { label } from "../label"
import { BRAND, darker, lighter } from "../palette"
import { type Sketch } from "../sketch"

interface Vessel {
  /** [y above the ground, radius] from the mouth to the foot; drawn downwards. */
  profile: readonly Point[]
  glass: string
  liquid: string | null
  /** Height of the liquid above the ground. */
  level: number
  labelFrom: number
  labelHeight: number
  bend?: number
}

export const shadeOf = ({ brush }: Sketch, colour: string): string =>
  brush.across([
    [0, darker(colour, 0.34)],
    [0.16, colour],
    [0.38, lighter(colour, 0.22)],
    [0.66, colour],
    [1, darker(colour, 0.42)],
  ])

const radiusAt = (profile: readonly Point[], height: number): number =>
  profile.reduce(
    (nearest, point) =>
      Math.abs(point[0] - height) < Math.abs(nearest[0] - height) ? point : nearest,
    profile[0] ?? [0, 0],
  )[1]

const SIDE_LIGHT = 960

/** The vessel without its cap. */
export function vessel(sketch: Sketch, given: Vessel): string {
  const { brush, title, look } = sketch
  const profile: Point[] = given.profile.map(([up, radius]) => [GROUND - 18 - up, radius])
  const outline = turned(CX, profile)
  const widest = Math.max(...profile.map(([, radius]) => radius))
  const surface = GROUND - given.level
  const inside = given.liquid
    ? rect(CX - widest, surface, widest * 2, given.level, shadeOf(sketch, given.liquid)) +
      ellipse(
        CX,
        surface,
        radiusAt(given.profile, given.level) - 3,
        9,
        lighter(given.liquid, 0.3),
      )
    : ""
  const labelRadius = radiusAt(given.profile, given.labelFrom + given.labelHeight / 2)
  const bend = given.bend ?? 13
  return (
    path(outline, shadeOf(sketch, given.glass), { opacity: given.liquid ? 0.55 : 1 }) +
    brush.inside(
      outline,
      inside +
        label(
          brush,
          title,
          {
            cx: CX,
            y: GROUND - 18 - given.labelFrom - given.labelHeight,
            width: labelRadius * 2 + 2,
            height: given.labelHeight,
            bend,
          },
          look,
        ) +
        // One streak of window light over glass and label alike.
        rect(CX - widest * 0.76, 0, widest * 0.15, SIDE_LIGHT, "#FFFBF0", {
          opacity: 0.34,
        }) +
        rect(CX - widest * 0.55, 0, widest * 0.045, SIDE_LIGHT, "#FFFBF0", {
          opacity: 0.26,
        }) +
        rect(CX + widest * 0.8, 0, widest * 0.2, SIDE_LIGHT, "#20130C", {
          opacity: 0.14,
        }),
    ) +
    path(outline, "none", {
      stroke: darker(given.liquid ?? given.glass, 0.5),
      "stroke-width": 2.5,
      opacity: 0.35,
    })
  )
}

export function cap(
  sketch: Sketch,
  bottom: number,
  radius: number,
  tall: number,
  colour: string,
): string {
  const top = GROUND - 18 - bottom - tall
  return (
    rect(CX - radius, top, radius * 2, tall + 4, shadeOf(sketch, colour), { rx: 9 }) +
    times(7, (index) =>
      rect(
        CX - radius + (index + 0.7) * ((radius * 2) / 8),
        top + 10,
        3,
        tall - 18,
        darker(colour, 0.4),
        {
          opacity: 0.3,
        },
      ),
    ) +
    rect(CX - radius, top + tall - 8, radius * 2, 8, darker(colour, 0.3), {
      opacity: 0.6,
      rx: 3,
    })
  )
}

export const capColour = ({ random, colours }: Sketch): string =>
  random.pick([
    BRAND.lacquer,
    BRAND.ochre,
    colours.deep,
    BRAND.forest,
    BRAND.ink,
    colours.base,
  ])
