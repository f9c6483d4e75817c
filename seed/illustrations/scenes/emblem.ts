/**
 * The mark of the shop, 64 × 64: a star of five leaves – one for each star a product can earn –
 * over a roof of Hội An and the river. It is not the national OCOP logo, which is not ours to use.
 */
import { circle, line, path, placed, rect, times } from "../brush"
import { BRAND } from "../palette"

const leafStar = (size: number): string =>
  times(5, (index) =>
    placed(
      path("M0 -1.5C-6 -5 -5.6 -11.5 0 -17C5.6 -11.5 6 -5 0 -1.5Z", BRAND.gold) +
        line("M0 -4V-12.5", BRAND.lacquer, 1.1),
      0,
      0,
      size,
      index * 72,
    ),
  )

/** A tiled roof with raised eaves. */
const roof = (): string =>
  path(
    "M7 36.8C13 38.6 18.4 36.4 21.6 31.4H42.4C45.6 36.4 51 38.6 57 36.8C56 40.8 52.4 43 48 43H16C11.6 43 8 40.8 7 36.8Z",
    BRAND.paper,
  ) +
  rect(20, 29.2, 24, 2.8, BRAND.paper, { rx: 1.4 }) +
  line(
    "M21.6 32.4H42.4M26 35L23.4 41.4M30 35L29.2 41.4M34 35L34.8 41.4M38 35L40.6 41.4M21.6 36.6L17.4 41.4M42.4 36.6L46.6 41.4",
    BRAND.lacquer,
    1.1,
  )

export const emblem = (): string =>
  circle(32, 32, 31, BRAND.lacquer) +
  circle(32, 32, 28.4, "none", { stroke: BRAND.gold, "stroke-width": 1.2 }) +
  placed(leafStar(0.78), 32, 18.6) +
  roof() +
  line(
    "M12 49.500q5 -3.4 10 0t10 0t10 0t10 0M19.5 54.800q4.2 -2.8 8.3 0t8.3 0t8.3 0",
    "#7CC4B8",
    2,
  )

/** Simpler, for 16 pixels: the star and the roof. */
export const favicon = (): string =>
  rect(0, 0, 64, 64, BRAND.lacquer, { rx: 14 }) +
  placed(leafStar(1.08), 32, 24) +
  placed(roof(), -3.8, 8, 1.12)
