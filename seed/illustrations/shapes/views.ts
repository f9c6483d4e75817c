/** The land itself: a relief in a frame, a ticket to a place. */
import { circle, group, line, path, placed, rect, times } from "../brush"
import { CX } from "../backdrop"
import { block, fit } from "../lettering"
import { BRAND, darker, lighter, mix } from "../palette"
import { type Shape } from "../sketch"

/** 640 × 520: sky, far ridge, near ridge, houses and a boat on the water. */
const countryside = (
  sky: string,
  far: string,
  near: string,
  dark: string,
  light: string,
): string =>
  rect(0, 0, 640, 520, sky) +
  circle(470, 130, 58, light) +
  path(
    "M0 270Q90 170 170 220Q250 90 330 200Q430 130 500 210Q580 170 640 230V360H0Z",
    far,
  ) +
  path("M0 320Q120 240 240 300T460 290T640 290V400H0Z", near) +
  rect(0, 370, 640, 150, lighter(far, 0.45)) +
  times(3, (index) => {
    const at = 60 + index * 96
    return (
      rect(at, 306, 84, 66, mix(light, "#E8A627", 0.35)) +
      path(`M${at - 14} 310L${at + 12} 270H${at + 72}L${at + 98} 310Z`, dark) +
      rect(at + 32, 330, 20, 42, dark)
    )
  }) +
  path("M380 440Q470 476 570 432Q552 476 480 478Q410 478 380 440Z", dark) +
  path("M440 440Q470 392 506 440Z", near) +
  line("M40 420h120M220 450h90M120 486h150M420 500h140", light, 6, { opacity: 0.7 }) +
  line(
    "M600 400q-6 -90 -30 -150M570 250q-40 -10 -60 20M570 250q-30 -34 -60 -26M570 250q30 -30 60 -16M570 250q40 6 50 40",
    dark,
    9,
  )

/** A relief in a frame: river, boat, roofs, mountains. */
export const picture: Shape = ({ brush, random }) => {
  const wood = random.pick(["#7A4526", "#9A6236", "#5E3420"] as const)
  const [x, y, w, h] = [190, 150, 580, 540]
  const view = `M${x + 46} ${y + 46}h${w - 92}v${h - 92}h${92 - w}Z`
  return {
    body:
      rect(
        x,
        y,
        w,
        h,
        brush.slant([
          [0, lighter(wood, 0.4)],
          [0.5, wood],
          [1, darker(wood, 0.4)],
        ]),
        { rx: 10 },
      ) +
      rect(x + 34, y + 34, w - 68, h - 68, darker(wood, 0.45)) +
      brush.inside(
        view,
        placed(
          countryside("#E9D3A4", "#B98A54", "#8A5C34", "#5E3A20", "#F6E7C4"),
          x + 46,
          y + 46,
          [(w - 92) / 640, (h - 92) / 520],
        ),
      ) +
      line(`M${CX - 90} ${y}L${CX} ${y - 66}L${CX + 90} ${y}`, "#5A2E1A", 5),
    reach: 250,
    labelled: false,
  }
}

/** A place to visit: its view as a ticket with a torn stub; the name is printed below. */
export const landscape: Shape = ({ brush, title, colours, random }) => {
  const [x, y, w, h] = [150, 140, 660, 610]
  const ticket = `M${x + 24} ${y}H${x + w - 24}Q${x + w} ${y} ${x + w} ${y + 24}V${y + 404}A22 22 0 0 0 ${x + w} ${y + 448}V${y + h - 24}Q${x + w} ${y + h} ${x + w - 24} ${y + h}H${x + 24}Q${x} ${y + h} ${x} ${y + h - 24}V${y + 448}A22 22 0 0 0 ${x} ${y + 404}V${y + 24}Q${x} ${y} ${x + 24} ${y}Z`
  const text = fit(title, w - 110, 140, 700, 56)
  const [sky, far, near] = random.pick([
    ["#F7D9A0", "#7FA9A8", "#3F7446"],
    ["#CFE4EE", "#6E9FB0", "#4C7F45"],
    ["#F6C9A6", "#8E83A8", "#35603C"],
  ] as const)
  return {
    body: group(
      path(ticket, BRAND.paper) +
        brush.inside(
          `M${x + 26} ${y + 26}h${w - 52}v372h${52 - w}Z`,
          placed(countryside(sky, far, near, "#5A2E1A", "#FFF6DC"), x + 26, y - 40, [
            (w - 52) / 640,
            0.86,
          ]),
        ) +
        line(
          `M${x + 34} ${y + 426}H${x + w - 34}`,
          mix(BRAND.paper, colours.base, 0.5),
          5,
          { "stroke-dasharray": "4 16" },
        ) +
        path(block(text, CX, y + 518, 700), colours.deep),
      { transform: `rotate(${random.between(-2.5, 2.5).toFixed(1)} 480 450)` },
    ),
    reach: 320,
    labelled: true,
  }
}
