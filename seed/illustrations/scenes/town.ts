/** Hội An by the river: houses, the covered bridge, strings of lanterns. */
import { type Brush, circle, group, line, path, placed, rect, times } from "../brush"
import { BRAND, darker, lighter } from "../palette"
import { silkLantern } from "../shapes/lights"

/** A tiled roof with raised eaves, `width` between the walls, its eaves at y = 0. */
function roof(brush: Brush, width: number, height: number, tone = "#8C4A2C"): string {
  const half = width / 2
  const out = half + 18
  return (
    path(
      `M${-out - 8} -8Q${-half} ${-2} ${-half + 22} ${-height}H${half - 22}Q${half} -2 ${out + 8} -8Q${out} 10 ${half} 10H${-half}Q${-out} 10 ${-out - 8} -8Z`,
      brush.down([
        [0, lighter(tone, 0.14)],
        [1, darker(tone, 0.32)],
      ]),
    ) +
    times(Math.floor(width / 16), (index) => {
      const at = -half + 14 + index * 16
      return line(`M${at * 0.84} ${-height + 5}L${at} 4`, darker(tone, 0.45), 3.5, {
        opacity: 0.5,
      })
    }) +
    rect(-half + 14, -height - 7, width - 28, 11, darker(tone, 0.4), { rx: 5 })
  )
}

interface House {
  x: number
  width: number
  height: number
  wall: string
  shutter: string
}

/** A merchant's house of two floors; its threshold at (x, 0). */
function house(brush: Brush, { x, width, height, wall, shutter }: House): string {
  const half = width / 2
  const bays = Math.max(2, Math.round(width / 74))
  const step = width / bays
  const wood = "#5A2E1A"
  const upper = -height + 34
  const floor = -height * 0.5
  return group(
    rect(
      -half,
      -height,
      width,
      height,
      brush.across([
        [0, lighter(wall, 0.14)],
        [0.7, wall],
        [1, darker(wall, 0.18)],
      ]),
    ) +
      times(bays, (index) => {
        const left = -half + index * step + step / 2
        const tall = floor - upper - 26
        return (
          rect(left - 21, upper, 42, tall, darker(shutter, 0.55), { rx: 3 }) +
          rect(left - 21, upper, 19, tall, shutter, { rx: 2 }) +
          rect(left + 4, upper, 17, tall, lighter(shutter, 0.14), { rx: 2 }) +
          line(
            `M${left - 17} ${upper + 12}h11M${left - 17} ${upper + 24}h11M${left - 17} ${upper + 36}h11M${left + 8} ${upper + 12}h9M${left + 8} ${upper + 24}h9M${left + 8} ${upper + 36}h9`,
            darker(shutter, 0.4),
            2.5,
            { opacity: 0.7 },
          )
        )
      }) +
      line(`M${-half} ${floor - 16}H${half}`, wood, 7) +
      placed(roof(brush, width - 4, 30, "#9A5534"), 0, floor + 14) +
      rect(-half + 12, floor + 26, width - 24, -floor - 26, "#4A2416") +
      rect(
        -half + 12,
        floor + 26,
        width - 24,
        -floor - 26,
        brush.down([
          [0, "#F9C85A", 0.85],
          [1, "#D9862B", 0.35],
        ]),
      ) +
      times(bays + 1, (index) =>
        rect(-half + 8 + (index * (width - 24)) / bays, floor + 24, 9, -floor - 24, wood),
      ) +
      line(`M${-half + 12} -34H${half - 12}`, wood, 5) +
      placed(roof(brush, width, 62), 0, -height + 4),
    { transform: `translate(${x} 0)` },
  )
}

const bougainvillea = (x: number, y: number, size: number): string =>
  placed(
    times(17, (index) =>
      circle(
        46 * Math.cos(index * 2.4) * Math.sqrt(index / 17),
        34 * Math.sin(index * 2.4) * Math.sqrt(index / 17),
        12 - (index % 3) * 2,
        ["#B22F5A", "#D2527A", "#4C7F45", "#C23B6A", "#6BA052"][index % 5] ?? "#B22F5A",
      ),
    ),
    x,
    y,
    size,
  )

export function houses(brush: Brush): string {
  const row: House[] = [
    { x: 905, width: 150, height: 196, wall: "#EDB445", shutter: "#2F6F66" },
    { x: 1056, width: 156, height: 226, wall: "#E39A2E", shutter: "#7C4526" },
    { x: 1478, width: 170, height: 244, wall: "#EFBE58", shutter: "#2F6F66" },
    { x: 1606, width: 120, height: 200, wall: "#DE8F2C", shutter: "#6B3A24" },
  ]
  return (
    placed(row.map((each) => house(brush, each)).join(""), 0, 606) +
    bougainvillea(986, 512, 0.75) +
    bougainvillea(1396, 510, 0.9) +
    bougainvillea(1552, 500, 0.7)
  )
}

/** The Bridge Pagoda, 400 wide; the water at y = 0 under the middle of its arch. */
export function coveredBridge(brush: Brush): string {
  const wall = brush.down([
    [0, "#F0CDA8"],
    [1, "#C98B62"],
  ])
  const stone = brush.down([
    [0, "#D9A87C"],
    [1, "#8A5A3C"],
  ])
  return (
    path(
      "M-224 22V-74H224V22H156Q150 -44 98 -44Q44 -44 38 22H-38Q-44 -44 -98 -44Q-150 -44 -156 22Z",
      stone,
    ) +
    path(
      "M-156 22Q-150 -44 -98 -44Q-44 -44 -38 22M38 22Q44 -44 98 -44Q150 -44 156 22",
      "none",
      {
        stroke: "#F1D3AC",
        "stroke-width": 8,
      },
    ) +
    rect(-212, -158, 424, 88, wall) +
    times(7, (index) => rect(-190 + index * 58, -146, 34, 62, "#5A2416", { rx: 3 })) +
    times(7, (index) =>
      rect(-186 + index * 58, -142, 26, 54, "#F2B94C", { opacity: 0.75 }),
    ) +
    times(7, (index) =>
      line(`M${-173 + index * 58} -146v62M${-190 + index * 58} -114h34`, "#5A2416", 4),
    ) +
    line("M-216 -74H216", "#7C2F1C", 11) +
    placed(roof(brush, 452, 60, "#7C3F2A"), 0, -160) +
    rect(-84, -262, 168, 48, wall) +
    times(4, (index) => rect(-68 + index * 38, -254, 22, 34, "#5A2416")) +
    placed(roof(brush, 196, 56, "#7C3F2A"), 0, -262) +
    path("M-14 -322Q0 -352 14 -322Z", BRAND.gold) +
    line("M-212 -170q-30 -4 -44 -30M212 -170q30 -4 44 -30", "#5A2C1C", 9)
  )
}

const SILKS = ["#C23B26", "#E8862A", "#B22F4A", "#2F7F7A", "#F0B437", "#8A3F7A"] as const

/** Lanterns along a rope from (x1, y1) to (x2, y2), hanging `sag` lower in the middle. */
export function lanternString(
  brush: Brush,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  sag: number,
  count: number,
  size: number,
): string {
  const kinds = ["onion", "globe", "long", "globe"] as const
  const middle = (y1 + y2) / 2 + sag * 2
  return (
    line(`M${x1} ${y1}Q${(x1 + x2) / 2} ${middle} ${x2} ${y2}`, "#5A2E1A", 4) +
    times(count, (index) => {
      const t = (index + 0.6) / count
      const x = x1 + (x2 - x1) * t
      const y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * middle + t ** 2 * y2
      const silk = SILKS[(index * 5 + count) % SILKS.length] ?? SILKS[0]
      const grown = size * (0.86 + (index % 3) * 0.14)
      return (
        circle(
          x,
          y + 210 * grown,
          330 * grown,
          brush.radial([
            [0, "#FFE9A8", 0.55],
            [1, "#FFE9A8", 0],
          ]),
        ) +
        placed(
          line("M0 -210V-180", "#5A2E1A", 8) +
            silkLantern(
              silk,
              (stops) => brush.radial(stops, 0.45, 0.45, 0.6),
              kinds[(index + count) % 4] ?? "onion",
            ),
          x,
          y + 210 * grown,
          grown,
        )
      )
    })
  )
}
