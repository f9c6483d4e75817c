/** Silk and brocade. */
import { circle, line, path, placed, rect, times } from "../brush"
import { FOOT } from "../backdrop"
import { darker, lighter } from "../palette"
import { type Shape } from "../sketch"
import { says } from "../words"

const WEAVES = [
  ["#1F2852", "#C23B26", "#F3C75A"],
  ["#2B211A", "#B4452B", "#F2E6CC"],
  ["#6E2116", "#E8A627", "#FBF6EA"],
  ["#0F4F52", "#E8A627", "#F2E6CC"],
] as const

const SILK = ["#C9862B", "#B4452B", "#3D4B93", "#1F7A7A", "#A65A7A", "#E3C88E"] as const

/** Bands of Cơ Tu pattern over a field, from (0, 0) down. */
const brocadeField = (
  width: number,
  height: number,
  [ground, warm, pale]: readonly [string, string, string],
): string =>
  rect(0, 0, width, height, ground) +
  times(Math.ceil(height / 92), (row) => {
    const y = row * 92
    const steps = Math.ceil(width / 28)
    return (
      line(`M0 ${y + 14}H${width}M0 ${y + 78}H${width}`, warm, 7) +
      line(`M0 ${y + 64}${times(steps, () => "l14 -34l14 34")}`, pale, 5) +
      times(steps, (at) => circle(at * 28, y + 34, 4, warm)) +
      line(`M0 ${y + 90}H${width}`, pale, 3, { opacity: 0.7 })
    )
  })

/** Cloth: folded lengths in a pile, the uppermost hanging over the edge. */
export const cloth: Shape = ({ brush, random, words }) => {
  const woven = says(words, "thổ cẩm", "cơ tu", "choàng")
  const fold = (y: number, colour: string, height: number): string => {
    const shape = `M250 ${y}H690Q736 ${y} 736 ${y + height / 2}Q736 ${y + height} 690 ${y + height}H250Q224 ${y + height} 224 ${y + height / 2}Q224 ${y} 250 ${y}Z`
    return (
      path(
        shape,
        brush.down([
          [0, lighter(colour, 0.35)],
          [0.5, colour],
          [1, darker(colour, 0.35)],
        ]),
      ) +
      line(
        `M700 ${y + 12}Q716 ${y + height / 2} 700 ${y + height - 12}M250 ${y + height / 2}H690`,
        darker(colour, 0.4),
        3.5,
        { opacity: 0.4 },
      )
    )
  }
  const tones = [random.pick(SILK), random.pick(SILK), random.pick(SILK)]
  const weaveTones = random.pick(WEAVES)
  const over = `M300 ${FOOT - 372}H640Q664 ${FOOT - 372} 664 ${FOOT - 340}V${FOOT - 60}Q640 ${FOOT - 44} 610 ${FOOT - 56}Q560 ${FOOT - 30} 500 ${FOOT - 52}Q430 ${FOOT - 28} 380 ${FOOT - 54}Q320 ${FOOT - 36} 276 ${FOOT - 60}V${FOOT - 340}Q276 ${FOOT - 372} 300 ${FOOT - 372}Z`
  const top = random.pick(SILK)
  const hanging = woven
    ? brush.inside(over, placed(brocadeField(400, 360, weaveTones), 272, FOOT - 380)) +
      times(20, (index) => line(`M${284 + index * 20} ${FOOT - 54}v40`, weaveTones[1], 5))
    : path(
        over,
        brush.across([
          [0, darker(top, 0.2)],
          [0.2, lighter(top, 0.45)],
          [0.4, top],
          [0.6, lighter(top, 0.35)],
          [0.8, darker(top, 0.15)],
          [1, lighter(top, 0.2)],
        ]),
      ) +
      brush.inside(
        over,
        times(24, (index) =>
          placed(
            circle(0, 0, 15, "none", {
              stroke: lighter(top, 0.6),
              "stroke-width": 4,
              opacity: 0.5,
            }) + circle(0, 0, 4, lighter(top, 0.6), { opacity: 0.6 }),
            310 + (index % 6) * 66 + (Math.floor(index / 6) % 2) * 32,
            FOOT - 330 + Math.floor(index / 6) * 76,
          ),
        ),
      )
  return {
    body:
      fold(FOOT - 104, tones[0] ?? SILK[0], 104) +
      fold(FOOT - 204, tones[1] ?? SILK[1], 100) +
      fold(FOOT - 298, tones[2] ?? SILK[2], 94) +
      fold(FOOT - 384, woven ? weaveTones[0] : top, 86) +
      hanging +
      path(over, "#20130C", { opacity: 0.05 }),
    reach: 262,
    labelled: false,
  }
}

export const bag: Shape = ({ brush, random }) => {
  const tones = random.pick(WEAVES)
  const top = FOOT - 340
  const shape = `M262 ${top}H698L728 ${FOOT - 40}Q728 ${FOOT} 690 ${FOOT}H270Q232 ${FOOT} 232 ${FOOT - 40}Z`
  return {
    body:
      line(
        `M350 ${top + 20}C350 ${top - 260} 610 ${top - 260} 610 ${top + 20}`,
        darker(tones[0], 0.2),
        26,
      ) +
      line(
        `M350 ${top + 20}C350 ${top - 260} 610 ${top - 260} 610 ${top + 20}`,
        tones[2],
        6,
        { "stroke-dasharray": "14 14" },
      ) +
      brush.inside(shape, placed(brocadeField(520, 370, tones), 224, top)) +
      path(
        shape,
        brush.across([
          [0, "#20130C", 0.32],
          [0.3, "#FFFBF0", 0.14],
          [1, "#20130C", 0.36],
        ]),
      ) +
      rect(
        250,
        top - 16,
        460,
        44,
        brush.down([
          [0, lighter(tones[0], 0.3)],
          [1, tones[0]],
        ]),
        { rx: 12 },
      ) +
      times(5, (index) =>
        line(`M${400 + index * 14} ${top + 28}v${52 + (index % 2) * 12}`, tones[1], 6),
      ) +
      circle(428, top + 26, 13, tones[2]),
    reach: 240,
    labelled: false,
  }
}
