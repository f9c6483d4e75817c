/** Lanterns, lamps and incense. A name card stands before them. */
import { circle, ellipse, line, path, placed, rect, times, turned } from "../brush"
import { CX, FOOT } from "../backdrop"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"

const SILKS = [
  "#C23B26",
  "#E09A1E",
  "#B22F4A",
  "#2F6F73",
  "#D46A2A",
  "#6B3F7A",
  "#3D5FA0",
] as const

const LANTERNS = {
  onion: { w: 196, h: 178 },
  globe: { w: 186, h: 168 },
  long: { w: 128, h: 210 },
} as const

/** One lantern around its origin: top at −210, tassel to 300. */
export function silkLantern(
  silk: string,
  fill: (stops: readonly (readonly [number, string])[]) => string,
  kind: keyof typeof LANTERNS,
): string {
  const { w, h } = LANTERNS[kind]
  const body =
    kind === "onion"
      ? `M-58 ${-h}C-230 ${-h + 70} -250 60 -70 ${h}H70C250 60 230 ${-h + 70} 58 ${-h}Z`
      : `M-60 ${-h}C${-w * 1.3} ${-h * 0.6} ${-w * 1.3} ${h * 0.6} -60 ${h}H60C${w * 1.3} ${h * 0.6} ${w * 1.3} ${-h * 0.6} 60 ${-h}Z`
  const silkFill = fill([
    [0, lighter(silk, 0.72)],
    [0.35, lighter(silk, 0.28)],
    [0.8, silk],
    [1, darker(silk, 0.28)],
  ])
  const wood = "#5A2E1A"
  return (
    path(body, silkFill) +
    times(7, (index) => {
      const x = (index - 3) / 3
      const bulge = kind === "onion" ? 1.28 : 1.3
      return line(
        `M${x * 56} ${-h}C${x * w * bulge} ${-h * 0.55} ${x * w * bulge} ${h * 0.5} ${x * 60} ${h}`,
        darker(silk, 0.35),
        3.5,
        { opacity: 0.55 },
      )
    }) +
    rect(-76, -h - 22, 152, 30, wood, { rx: 7 }) +
    rect(-66, -h - 14, 132, 6, BRAND.gold, { opacity: 0.8 }) +
    rect(-82, h - 6, 164, 30, wood, { rx: 7 }) +
    rect(-70, h + 6, 140, 6, BRAND.gold, { opacity: 0.8 }) +
    circle(0, h + 40, 16, BRAND.gold) +
    path(`M-15 ${h + 52}H15L26 ${h + 128}H-26Z`, silk) +
    line(
      `M-16 ${h + 70}L-20 ${h + 126}M-5 ${h + 64}V${h + 126}M6 ${h + 64}L8 ${h + 126}M16 ${h + 70}L20 ${h + 126}`,
      darker(silk, 0.35),
      3,
      { opacity: 0.6 },
    )
  )
}

export const lantern: Shape = ({ brush, random }) => {
  const kinds = ["onion", "globe", "long"] as const
  const main = random.pick(SILKS)
  const other = random.pick(SILKS)
  const round = (stops: readonly (readonly [number, string])[]): string =>
    brush.radial(stops, 0.42, 0.42, 0.62)
  return {
    body:
      line("M250 0V150M480 0V120M716 0V190", "#5A2E1A", 5) +
      placed(silkLantern(other, round, random.pick(kinds)), 240, 270, 0.56) +
      placed(silkLantern(random.pick(SILKS), round, random.pick(kinds)), 724, 320, 0.6) +
      placed(silkLantern(main, round, random.pick(kinds)), 480, 350, 1.12),
    reach: 150,
    labelled: false,
  }
}

/** A lamp with a shade: pottery, cinnamon wood or paper. */
export const lamp: Shape = ({ brush, random }) => {
  const base = random.pick(["#A9532F", "#8A5430", "#3F6B6A", "#B5814C"] as const)
  const shade = random.pick(["#F3C75A", "#F6E3B0", "#EBA24A"] as const)
  const y = FOOT
  const belly = random.between(88, 106)
  const body = turned(
    CX,
    random.chance(0.5)
      ? [
          [y - 270, 22],
          [y - 230, 30],
          [y - 130, belly],
          [y - 50, 52],
          [y - 18, belly + 14],
        ]
      : [
          [y - 270, 20],
          [y - 240, 20],
          [y - 210, belly + 30],
          [y - 120, belly + 22],
          [y - 18, 54],
        ],
  )
  const glow = brush.radial([
    [0, "#FFF3CC", 0.95],
    [1, "#FFE9A8", 0],
  ])
  const cone = random.chance(0.5)
    ? `M${CX - 100} ${y - 560}H${CX + 100}L${CX + 216} ${y - 268}Q${CX} ${y - 236} ${CX - 216} ${y - 268}Z`
    : `M${CX - 150} ${y - 550}Q${CX} ${y - 600} ${CX + 150} ${y - 550}Q${CX + 230} ${y - 400} ${CX + 176} ${y - 264}Q${CX} ${y - 236} ${CX - 176} ${y - 264}Q${CX - 230} ${y - 400} ${CX - 150} ${y - 550}Z`
  return {
    body:
      circle(CX, y - 390, 330, glow) +
      path(
        body,
        brush.across([
          [0, darker(base, 0.4)],
          [0.35, lighter(base, 0.3)],
          [1, darker(base, 0.45)],
        ]),
      ) +
      brush.inside(
        body,
        times(5, (index) =>
          line(
            `M${CX - 160} ${y - 170 + index * 24}q40 -18 80 0t80 0t80 0t80 0`,
            lighter(base, 0.5),
            4,
            { opacity: 0.45 },
          ),
        ),
      ) +
      path(
        cone,
        brush.down([
          [0, darker(shade, 0.12)],
          [0.6, lighter(shade, 0.45)],
          [1, shade],
        ]),
      ) +
      brush.inside(
        cone,
        times(11, (index) =>
          line(
            `M${CX - 100 + index * 20} ${y - 600}L${CX - 240 + index * 48} ${y - 230}`,
            darker(shade, 0.4),
            3,
            { opacity: 0.35 },
          ),
        ),
      ),
    reach: 120,
    labelled: false,
  }
}

/** Incense: sticks in a bronze bowl, or cones with their smoke. */
export const incense: Shape = ({ brush, random, words }) => {
  const bronze = random.pick(["#9A6A2C", "#5A6B5C", "#7C3324"] as const)
  const metal = brush.across([
    [0, darker(bronze, 0.4)],
    [0.34, lighter(bronze, 0.4)],
    [0.7, bronze],
    [1, darker(bronze, 0.5)],
  ])
  const y = FOOT
  const smoke = line(
    `M${CX} ${y - 430}C${CX - 70} ${y - 500} ${CX + 66} ${y - 540} ${CX - 10} ${y - 620}C${CX - 50} ${y - 670} ${CX + 30} ${y - 690} ${CX + 6} ${y - 730}`,
    "#FFFBF0",
    14,
    { opacity: 0.7 },
  )
  if (says(words, "nụ", "nén", "không tăm")) {
    const cone = (x: number, at: number, size: number): string =>
      placed(
        path(
          "M-44 0Q-30 -80 0 -132Q30 -80 44 0Q0 18 -44 0Z",
          brush.across([
            [0, "#B0794A"],
            [0.4, "#8A5430"],
            [1, "#4A2A1E"],
          ]),
        ),
        x,
        at,
        size,
      )
    return {
      body:
        placed(smoke, 0, 60) +
        ellipse(CX, y - 40, 270, 66, metal) +
        ellipse(CX, y - 54, 250, 52, lighter(bronze, 0.25)) +
        ellipse(CX, y - 50, 224, 42, darker(bronze, 0.25)) +
        cone(CX, y - 70, 1.75) +
        cone(CX - 134, y - 44, 1.15) +
        cone(CX + 136, y - 40, 1.2) +
        cone(CX - 60, y - 22, 0.95) +
        cone(CX + 66, y - 20, 0.9) +
        ellipse(CX, y - 296, 10, 14, "#F2842A"),
      reach: 270,
      labelled: false,
    }
  }
  return {
    body:
      smoke +
      times(17, (index) => {
        const lean = (index - 8) * 17
        const tip = y - 410 - ((index * 37) % 70)
        return (
          line(
            `M${CX + lean * 0.5} ${y - 180}L${CX + lean} ${tip}`,
            index % 2 ? "#8A5430" : "#B07A3A",
            8,
          ) +
          line(
            `M${CX + lean * 0.5} ${y - 180}L${CX + lean * 0.64} ${y - 260}`,
            BRAND.lacquer,
            8,
          ) +
          circle(CX + lean, tip, 5, "#F2842A")
        )
      }) +
      path(
        `M${CX - 190} ${y - 220}H${CX + 190}Q${CX + 220} ${y - 90} ${CX + 110} ${y - 24}H${CX - 110}Q${CX - 220} ${y - 90} ${CX - 190} ${y - 220}Z`,
        metal,
      ) +
      rect(CX - 208, y - 236, 416, 34, metal, { rx: 14 }) +
      line(`M${CX - 186} ${y - 150}${times(13, () => "l14 -22l14 22")}`, BRAND.gold, 5, {
        opacity: 0.75,
      }) +
      path(
        `M${CX - 120} ${y - 30}l-34 44h40l30 -40ZM${CX + 120} ${y - 30}l34 44h-40l-30 -40Z`,
        darker(bronze, 0.35),
      ),
    reach: 190,
    labelled: false,
  }
}
