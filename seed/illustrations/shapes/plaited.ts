/** Straw, palm leaf and sedge: brooms, hats, mats. A name card stands before them. */
import { ellipse, line, path, placed, rect, times } from "../brush"
import { CX, FOOT } from "../backdrop"
import { BRAND, darker, lighter } from "../palette"
import { type Shape } from "../sketch"

export const broom: Shape = ({ brush, random }) => {
  const straw = random.pick(["#C9A45C", "#B99148", "#D6B674"] as const)
  const band = random.pick([BRAND.lacquer, BRAND.forest, BRAND.indigo] as const)
  return {
    body: placed(
      rect(
        -15,
        -640,
        30,
        380,
        brush.across([
          [0, "#A9783F"],
          [0.4, "#E0BC80"],
          [1, "#7A5426"],
        ]),
        { rx: 14 },
      ) +
        line("M-13 -560H13M-13 -470H13M-13 -380H13", "#7A5426", 4, { opacity: 0.6 }) +
        path(
          "M-40 -290H40C70 -200 190 -90 214 0Q110 26 0 22Q-110 26 -214 0C-190 -90 -70 -200 -40 -290Z",
          brush.across([
            [0, darker(straw, 0.35)],
            [0.4, lighter(straw, 0.25)],
            [1, darker(straw, 0.35)],
          ]),
        ) +
        times(21, (index) =>
          line(
            `M${(index - 10) * 3.4} -270Q${(index - 10) * 9} -150 ${(index - 10) * 20} ${8 + (index % 3) * 6}`,
            index % 2 ? darker(straw, 0.35) : lighter(straw, 0.45),
            4,
            { opacity: 0.6 },
          ),
        ) +
        path("M-46 -300H46L62 -240Q0 -222 -62 -240Z", band) +
        line("M-76 -206Q0 -184 76 -206M-96 -176Q0 -150 96 -176", band, 9),
      CX,
      FOOT,
      0.98,
      random.between(-6, 6),
    ),
    reach: 210,
    labelled: false,
  }
}

/** The conical hat of palm leaves. */
export const hat: Shape = ({ brush, random }) => {
  const leaf = random.pick(["#EBDCB0", "#F1E4C2", "#E3CF9A"])
  const ribbon = random.pick([BRAND.lacquer, BRAND.indigo, BRAND.river])
  const y = FOOT - 90
  const cone = `M${CX} ${y - 420}Q${CX + 190} ${y - 190} ${CX + 350} ${y}Q${CX} ${y + 120} ${CX - 350} ${y}Q${CX - 190} ${y - 190} ${CX} ${y - 420}Z`
  return {
    body:
      path(
        cone,
        brush.across([
          [0, darker(leaf, 0.26)],
          [0.36, lighter(leaf, 0.5)],
          [0.7, leaf],
          [1, darker(leaf, 0.34)],
        ]),
      ) +
      brush.inside(
        cone,
        times(9, (index) =>
          line(
            `M${CX - 400} ${y - 350 + index * 48}Q${CX} ${y - 300 + index * 58} ${CX + 400} ${y - 350 + index * 48}`,
            darker(leaf, 0.35),
            3.5,
            { opacity: 0.45 },
          ),
        ) +
          times(19, (index) =>
            line(
              `M${CX} ${y - 420}L${CX - 450 + index * 50} ${y + 90}`,
              darker(leaf, 0.2),
              2.5,
              {
                opacity: 0.4,
              },
            ),
          ),
      ) +
      line(
        `M${CX - 346} ${y + 2}Q${CX} ${y + 122} ${CX + 346} ${y + 2}`,
        darker(leaf, 0.45),
        8,
      ) +
      line(
        `M${CX - 150} ${y + 46}C${CX - 120} ${y + 150} ${CX + 110} ${y + 150} ${CX + 150} ${y + 46}`,
        ribbon,
        16,
      ),
    reach: 300,
    labelled: false,
  }
}

/** Sedge mats: one spread behind, two rolled before it. */
export const mat: Shape = ({ brush, random }) => {
  const [ground, stripe] = random.pick([
    ["#E3CF9A", "#A63A24"],
    ["#EBDCB0", "#1F7A7A"],
    ["#E3CF9A", "#34417F"],
  ] as const)
  const sheet = `M210 ${FOOT - 500}H750V${FOOT - 60}H210Z`
  const roll = (y: number, x: number): string =>
    rect(
      x,
      y,
      520,
      96,
      brush.down([
        [0, lighter(ground, 0.4)],
        [0.5, ground],
        [1, darker(ground, 0.36)],
      ]),
      { rx: 20 },
    ) +
    times(9, (index) => rect(x + 46 + index * 50, y, 14, 96, stripe, { opacity: 0.75 })) +
    ellipse(x + 508, y + 48, 30, 48, darker(ground, 0.1)) +
    ellipse(x + 508, y + 48, 20, 34, "none", { stroke: stripe, "stroke-width": 5 }) +
    ellipse(x + 508, y + 48, 9, 16, darker(ground, 0.45))
  return {
    body:
      path(
        sheet,
        brush.slant([
          [0, lighter(ground, 0.35)],
          [1, darker(ground, 0.1)],
        ]),
      ) +
      brush.inside(
        sheet,
        times(44, (index) =>
          line(`M200 ${FOOT - 500 + index * 11}H760`, darker(ground, 0.3), 2, {
            opacity: 0.35,
          }),
        ) +
          rect(226, FOOT - 486, 508, 420, "none", {
            stroke: stripe,
            "stroke-width": 12,
          }) +
          times(12, (index) =>
            path("M0 -44L32 0L0 44L-32 0Z", index % 2 ? stripe : BRAND.ochre, {
              transform: `translate(${300 + (index % 4) * 120} ${FOOT - 410 + Math.floor(index / 4) * 120})`,
              opacity: 0.85,
            }),
          ),
      ) +
      roll(FOOT - 190, 214) +
      roll(FOOT - 96, 190),
    reach: 290,
    labelled: false,
  }
}
