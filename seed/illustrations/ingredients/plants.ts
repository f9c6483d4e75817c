/** Leaves, roots, spices and flowers. Origin: middle of the foot; about 170 pixels wide. */
import { circle, ellipse, group, line, path, placed, rect, times } from "../brush"
import { darker, lighter } from "../palette"
import { type Random } from "../random"
import { contact, heap, leaf, sprig } from "./pieces"

export type Ingredient = (random: Random) => string

const GREEN = "#4C7F45"
const DEEP = "#2F5D3A"

export const leaves: Ingredient = () =>
  contact(180, 4) +
  placed(sprig("#5C8F4A"), -78, 0) +
  placed(sprig(DEEP, 3, 0.7), 62, 4, [-1, 0.8])

export const tea: Ingredient = (random) =>
  contact(190, 6) +
  heap(random, 150, 3, [17, 9], (index) =>
    path("M-14 0Q0 -10 14 -2Q2 2 -14 0Z", index % 3 ? "#3B4A2A" : "#6A7440"),
  ) +
  placed(leaf(96, 22, "#6FA052"), 6, -22, 1, -38) +
  placed(leaf(88, 20, "#4F8646"), 6, -22, 1, -128) +
  placed(leaf(74, 11, "#9CC27A"), 4, -22, 1, -82)

export const redLeaf: Ingredient = () =>
  contact(170, 4) +
  placed(sprig("#7C8B3C", 4, 0.9), -60, 0) +
  times(5, (index) => circle(-48 + index * 27, -8 - (index % 2) * 12, 11, "#B7402E")) +
  times(5, (index) => circle(-51 + index * 27, -12 - (index % 2) * 12, 3, "#F0A58C"))

export const pepper: Ingredient = (random) =>
  contact(170, 4) +
  heap(random, 150, 3, [24, 17], (index) => {
    const tone = ["#2E2420", "#45352C", "#6B3B2A"][index % 3] ?? "#2E2420"
    return circle(0, -9, 12, tone) + ellipse(-4, -13, 3.5, 2.5, lighter(tone, 0.4))
  }) +
  placed(leaf(86, 28, GREEN), 46, -18, 1, -28)

const pod = (colour: string): string =>
  path("M0 0C34 -26 98 -22 138 16C96 4 50 20 14 14C2 12 -6 6 0 0Z", colour) +
  line("M16 -2C46 -14 84 -10 112 2", lighter(colour, 0.45), 4, { opacity: 0.7 }) +
  path("M6 -6Q-6 -8 -10 2Q-8 14 8 13Q14 4 6 -6Z", GREEN) +
  line("M-8 4Q-24 4 -32 -10", GREEN, 6)

export const chili: Ingredient = () =>
  contact(190, 2) +
  placed(pod("#C8372A"), -74, -16, 1, -6) +
  placed(pod("#A82A25"), 84, -10, [-0.9, 0.9], -14) +
  placed(pod("#4C8A3F"), -52, -40, 0.7, -24)

export const lemongrass: Ingredient = () =>
  contact(200, 4) +
  times(3, (index) =>
    placed(
      path(
        "M-100 -8Q-20 -22 96 -30L100 -18Q-10 -2 -98 6Z",
        ["#C9D59A", "#DCE3B6", "#B3C580"][index] ?? "#C9D59A",
      ) +
        path("M-102 -9Q-70 -18 -40 -18L-42 0Q-70 4 -100 7Z", "#EFE6CF") +
        line("M90 -24Q128 -50 150 -34M92 -26Q120 -70 146 -76", "#7FA356", 7),
      index * 6,
      -index * 12,
      0.9,
      index * 9 - 6,
    ),
  )

export const cinnamon: Ingredient = () =>
  contact(180, 6) +
  times(3, (index) => {
    const [x, y] = [
      [-26, -14],
      [26, -14],
      [0, -44],
    ][index] ?? [0, 0]
    return placed(
      rect(-76, -16, 150, 32, ["#9A5A30", "#86492A", "#A8683A"][index] ?? "#9A5A30", {
        rx: 14,
      }) +
        line("M-62 -6H56M-60 5H50", "#6A361C", 2.5, { opacity: 0.6 }) +
        ellipse(74, 0, 9, 16, "#C98F5C") +
        line("M74 -9Q80 -4 76 3Q72 8 69 2", "#6A361C", 3),
      x ?? 0,
      y ?? 0,
      0.85,
      -8,
    )
  }) +
  placed(leaf(84, 26, GREEN), -66, -40, 1, -120)

export const ginseng: Ingredient = () =>
  contact(170, 4) +
  group(
    path(
      "M-88 -30C-70 -56 -38 -52 -18 -44C8 -34 30 -40 52 -30C78 -18 92 -2 104 2C74 4 60 -6 42 -10C50 2 62 10 66 14C44 12 30 -2 14 -10C-4 -6 -20 4 -40 8C-28 -4 -20 -10 -14 -16C-40 -14 -70 -6 -88 -30Z",
      "#C99B5D",
    ) +
      line(
        "M-70 -38q6 10 2 18M-52 -44q7 12 2 22M-30 -42q6 10 1 20M-6 -36q5 9 0 16",
        "#8E6230",
        3,
        {
          opacity: 0.7,
        },
      ),
  ) +
  line("M-84 -34Q-98 -70 -82 -104", GREEN, 5) +
  placed(leaf(64, 18, GREEN), -82, -100, 1, -20) +
  placed(leaf(64, 18, DEEP), -82, -100, 1, -150) +
  placed(leaf(58, 17, "#5F9450"), -82, -100, 1, -84) +
  circle(-70, -84, 8, "#C23A2B") +
  circle(-84, -76, 8, "#D9523B")

export const turmeric: Ingredient = () =>
  contact(180, 4) +
  path(
    "M-86 -20C-92 -48 -62 -58 -42 -48C-30 -74 0 -72 6 -48C30 -60 64 -52 66 -28C64 -6 36 -6 24 -14C10 2 -16 4 -28 -10C-48 6 -80 2 -86 -20Z",
    "#C27A2C",
  ) +
  line("M-62 -46q10 16 2 34M-18 -58q8 18 2 40M32 -50q8 14 0 28", "#8F5518", 3, {
    opacity: 0.7,
  }) +
  ellipse(72, -20, 27, 23, "#B56E26") +
  ellipse(72, -20, 22, 18, "#F29A22") +
  ellipse(72, -20, 12, 9, "#F8B94C")

export const lotus: Ingredient = () =>
  contact(170, 4) +
  times(5, (index) =>
    placed(
      path(
        "M0 0C-34 -26 -26 -78 0 -104C26 -78 34 -26 0 0Z",
        index % 2 ? "#E9A6A0" : "#F3C4BC",
      ),
      0,
      0,
      index === 2 ? 1 : 0.92,
      [-62, 62, -32, 32, 0][index] ?? 0,
    ),
  ) +
  path("M0 0C-22 -22 -18 -60 0 -82C18 -60 22 -22 0 0Z", "#F9DDD5") +
  path("M-84 4Q-46 -24 0 0Q46 -24 84 4Q0 22 -84 4Z", "#5C8F4A")

const blossom = (petal: string, heart: string): string =>
  times(5, (index) => placed(ellipse(0, -22, 15, 23, petal), 0, 0, 1, index * 72)) +
  circle(0, 0, 11, heart)

export const flowers: Ingredient = () =>
  contact(180, 4) +
  placed(leaf(80, 22, GREEN), 10, -14, 1, -14) +
  placed(leaf(80, 22, DEEP), -10, -14, 1, -168) +
  placed(blossom("#EDBE3B", "#A5601B"), -34, -40) +
  placed(blossom("#F3D067", "#A5601B"), 36, -36, 0.85, 30) +
  placed(blossom("#E8A627", "#8C4B12"), 2, -74, 0.75, 12)

export const rose: Ingredient = () =>
  contact(170, 4) +
  placed(leaf(80, 24, GREEN), 22, -20, 1, -22) +
  placed(leaf(76, 24, DEEP), -20, -16, 1, -164) +
  circle(0, -46, 46, "#B73A48") +
  path("M-46 -46C-30 -10 30 -10 46 -46C40 0 -40 0 -46 -46Z", "#8E2836") +
  line(
    "M-24 -52C-20 -82 26 -82 24 -50C20 -28 -14 -30 -12 -52C-8 -68 14 -66 10 -50",
    "#E7808A",
    6,
  )

export const agarwood: Ingredient = () =>
  contact(180, 4) +
  times(4, (index) =>
    placed(
      path(
        "M-50 6Q-54 -12 -34 -18Q6 -30 44 -16Q58 -8 48 4Q4 14 -50 6Z",
        ["#5A3A26", "#75502F", "#4A2E20", "#8A6138"][index] ?? "#5A3A26",
      ) + line("M-38 -6Q4 -16 38 -6M-30 2Q4 -4 30 1", "#2A1810", 3, { opacity: 0.55 }),
      [-42, 46, 4, 10][index] ?? 0,
      [-6, -8, -30, -4][index] ?? 0,
      [0.9, 0.85, 0.8, 0.6][index],
      [-6, 10, -4, 20][index] ?? 0,
    ),
  )

export const bamboo: Ingredient = () =>
  contact(150, 4) +
  placed(
    path("M-44 0Q-40 -90 0 -150Q40 -90 44 0Z", "#B88E4C") +
      path("M-44 0Q-40 -60 -6 -112Q6 -60 4 0Z", "#D3AE6A") +
      path("M44 0Q40 -50 14 -88Q-2 -40 6 0Z", "#9C7438") +
      path("M0 -150Q-10 -168 4 -178Q8 -162 0 -150Z", GREEN),
    -18,
    0,
    0.85,
    -8,
  ) +
  placed(
    ellipse(0, -16, 34, 20, "#EFE0B4") +
      ellipse(0, -18, 24, 13, "#F8EFD2") +
      line("M-14 -20q14 -8 28 0M-12 -14q12 6 24 0", "#D6BE84", 2.5),
    52,
    0,
  )

export const seaweed: Ingredient = () =>
  contact(170, 4) +
  times(6, (index) =>
    line(
      `M${-60 + index * 24} 0q${index % 2 ? 26 : -22} -30 0 -56t${index % 2 ? -10 : 14} -44`,
      index % 2 ? "#8C9A3E" : darker("#A98B35", 0.1),
      9,
    ),
  )
