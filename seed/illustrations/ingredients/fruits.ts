/** Fruit and vegetables. Origin: middle of the foot; about 170 pixels wide. */
import { circle, ellipse, line, path, placed, rect, times } from "../brush"
import { darker, lighter } from "../palette"
import { contact, leaf, sprig } from "./pieces"
import { type Ingredient } from "./plants"

const GREEN = "#4C7F45"

const citrus =
  (skin: string, flesh: string): Ingredient =>
  () =>
    contact(180, 4) +
    circle(-34, -48, 50, skin) +
    ellipse(-52, -68, 12, 8, lighter(skin, 0.5), { opacity: 0.8 }) +
    placed(leaf(62, 18, GREEN), -30, -94, 1, -24) +
    circle(52, -36, 40, darker(skin, 0.08)) +
    circle(52, -36, 34, lighter(flesh, 0.65)) +
    times(8, (index) =>
      placed(path("M0 -4L10 -27Q0 -33 -10 -27Z", flesh), 52, -36, 1, index * 45),
    )

export const lime = citrus("#86A94A", "#BFD27A")
export const orange = citrus("#E58F2A", "#F2AE4A")
export const pomelo = citrus("#B9C25C", "#EBA69B")

export const kumquat: Ingredient = () =>
  contact(170, 4) +
  placed(sprig("#4F8646", 4, 0.8), -50, -10) +
  times(4, (index) => {
    const [x, y] = [
      [-44, -26],
      [4, -24],
      [50, -28],
      [22, -60],
    ][index] ?? [0, 0]
    return (
      circle(x ?? 0, y ?? 0, 27, index % 2 ? "#E9A02C" : "#E18622") +
      ellipse((x ?? 0) - 9, (y ?? 0) - 10, 7, 5, "#FAD994")
    )
  })

const berry = (colour: string): string =>
  circle(0, 0, 22, colour) + ellipse(-7, -8, 6, 4, lighter(colour, 0.6))

export const berries: Ingredient = () =>
  contact(170, 4) +
  placed(leaf(80, 24, GREEN), 10, -50, 1, -30) +
  times(6, (index) =>
    placed(
      berry(index % 2 ? "#C98A3A" : "#B3712B"),
      -50 + (index % 4) * 36 + (index > 3 ? 18 : 0),
      index > 3 ? -54 : -22,
    ),
  )

const banana = (skin: string): string =>
  path(
    "M-84 -30C-60 20 40 30 88 -42C92 -50 82 -56 76 -50C40 -16 -30 -16 -64 -44C-74 -50 -90 -44 -84 -30Z",
    skin,
  ) +
  line("M-70 -34C-34 2 34 4 76 -42", darker(skin, 0.16), 4, { opacity: 0.6 }) +
  path("M76 -50Q82 -64 92 -62L94 -46Q88 -44 84 -46Z", "#7A6030")

export const bananas: Ingredient = () =>
  contact(190, 2) +
  placed(banana("#DDA92F"), 0, -34, 0.95, -8) +
  placed(banana("#F0C64C"), 6, -2, 0.95)

export const coconut: Ingredient = () =>
  contact(180, 4) +
  circle(-38, -50, 50, "#6B4529") +
  line("M-70 -72q26 -16 54 -8M-80 -50q30 -12 70 0M-72 -28q30 -8 56 2", "#8F6238", 3) +
  ellipse(44, -32, 50, 36, "#5A3820") +
  ellipse(44, -38, 48, 31, "#FBF6EA") +
  ellipse(44, -36, 35, 21, "#E7E0CC")

export const pineapple: Ingredient = () =>
  contact(150, 4) +
  times(5, (index) =>
    placed(
      leaf(82, 13, index % 2 ? GREEN : "#6B9A55"),
      0,
      -110,
      1,
      -90 + (index - 2) * 26,
    ),
  ) +
  ellipse(0, -62, 50, 64, "#D8942A") +
  times(5, (row) =>
    times(5, (at) =>
      path("M0 -9L9 0L0 9L-9 0Z", row % 2 === at % 2 ? "#B8741C" : "#EDB550", {
        transform: `translate(${-36 + at * 18 + (row % 2) * 4} ${-104 + row * 21})`,
        opacity: Math.abs(at - 2) === 2 && (row === 0 || row === 4) ? 0 : 0.85,
      }),
    ),
  )

export const sugarcane: Ingredient = () =>
  contact(190, 4) +
  times(3, (index) =>
    placed(
      rect(-92, -15, 184, 30, ["#6E4763", "#8A5A78", "#5B3A55"][index] ?? "#6E4763", {
        rx: 6,
      }) +
        line("M-40 -15V15M20 -15V15M66 -15V15", "#E6D2B0", 5) +
        ellipse(92, 0, 8, 15, "#F1E6C2"),
      [0, 8, -6][index] ?? 0,
      [-16, -46, -74][index] ?? 0,
      0.9,
      [-3, 4, -6][index] ?? 0,
    ),
  )

export const gourd: Ingredient = () =>
  contact(190, 2) +
  times(2, (index) =>
    placed(
      path(
        "M-92 -6C-70 -44 40 -50 92 -14C98 -8 96 0 90 0C40 30 -64 30 -92 -6Z",
        index ? "#7FA84E" : "#5E8F42",
      ) +
        line(
          "M-76 -8C-30 -24 40 -26 84 -8M-70 0C-20 8 40 8 80 -3M-60 -22C-20 -36 30 -36 66 -22",
          index ? "#A5C66F" : "#86AF5C",
          5,
          { "stroke-dasharray": "3 11" },
        ),
      index * 8,
      index ? -14 : -46,
      index ? 0.95 : 0.85,
      index ? -4 : 10,
    ),
  )

export const greens: Ingredient = () =>
  contact(160, 4) +
  times(5, (index) =>
    placed(
      path(
        "M-6 0C-8 -30 -10 -50 -34 -76C-50 -112 -20 -140 0 -136C24 -140 50 -110 32 -76C10 -50 8 -30 6 0Z",
        ["#4F8646", "#6BA052", "#3F7446", "#7FB25E", "#94C06E"][index] ?? GREEN,
      ) + line("M0 0V-110M0 -60L-18 -86M0 -60L18 -86", "#E6EFC9", 4.5, { opacity: 0.85 }),
      0,
      0,
      [0.9, 0.9, 0.95, 0.95, 0.8][index],
      [-42, 42, -20, 20, 0][index] ?? 0,
    ),
  ) +
  path("M-22 2Q0 -34 22 2Q0 10 -22 2Z", "#EEF2D8")

export const taro: Ingredient = () =>
  contact(180, 4) +
  times(3, (index) =>
    placed(
      path(
        "M-46 -24C-40 -58 30 -62 46 -26C48 6 -44 8 -46 -24Z",
        ["#8A6444", "#9B7450", "#7A5638"][index] ?? "#8A6444",
      ) +
        line(
          "M-32 -40q30 -12 64 2M-40 -24q40 -8 80 0M-34 -10q34 8 66 -1",
          "#5E4029",
          2.5,
          { opacity: 0.6 },
        ),
      [-44, 46, 4][index] ?? 0,
      [0, 0, -34][index] ?? 0,
      0.95,
    ),
  )

export const shallot: Ingredient = () =>
  contact(170, 4) +
  times(4, (index) =>
    placed(
      path(
        "M0 -60C-4 -44 -34 -38 -34 -16C-34 4 34 4 34 -16C34 -38 4 -44 0 -60Z",
        index % 2 ? "#F1E4DA" : "#E3C2CC",
      ) +
        line("M0 -56C-6 -36 -14 -20 -10 -4M0 -56C6 -36 14 -20 10 -4", "#B98A9B", 2.5, {
          opacity: 0.7,
        }) +
        line("M0 -60q-2 -22 8 -40", "#7FA356", 6),
      [-58, -6, 50, 22][index] ?? 0,
      [0, 2, 0, -26][index] ?? 0,
      0.85,
      [-14, 4, 12, 40][index] ?? 0,
    ),
  )

export const mangosteen: Ingredient = () =>
  contact(180, 4) +
  times(3, (index) =>
    placed(
      circle(0, -40, 40, index % 2 ? "#5B2A45" : "#6E3350") +
        ellipse(-14, -54, 10, 7, "#A87090", { opacity: 0.8 }) +
        times(4, (at) =>
          placed(ellipse(0, -11, 9, 13, "#7F9A4E"), 0, -76, 1, at * 90 + 45),
        ) +
        circle(0, -78, 6, "#5A6B30"),
      [-48, 48, 2][index] ?? 0,
      [0, 2, -18][index] ?? 0,
      [0.95, 0.9, 1][index],
    ),
  )

export const watermelon: Ingredient = () =>
  contact(190, 4) +
  ellipse(-30, -56, 66, 56, "#3F7446") +
  line("M-82 -82q52 -26 104 0M-94 -56q64 -20 128 0M-84 -30q54 -10 108 0", "#23472B", 8, {
    opacity: 0.7,
  }) +
  path("M6 -6L92 -70Q118 -10 60 6Q28 14 6 -6Z", "#4C8A3F") +
  path("M14 -10L88 -64Q106 -14 58 -2Q30 4 14 -10Z", "#F4E7C8") +
  path("M22 -14L84 -56Q96 -18 56 -10Q34 -4 22 -14Z", "#D8473B") +
  times(5, (index) => ellipse(44 + (index % 3) * 15, -22 - index * 5, 3, 5, "#2B211A"))

export const jackfruit: Ingredient = () =>
  contact(180, 4) +
  ellipse(-26, -60, 60, 62, "#8FA04A") +
  times(30, (index) =>
    circle(
      -72 + (index % 6) * 18 + (Math.floor(index / 6) % 2) * 8,
      -104 + Math.floor(index / 6) * 22,
      5,
      "#6C7F34",
      {
        opacity: 0.7,
      },
    ),
  ) +
  line("M-26 -120q2 -18 14 -26", "#6B4529", 9) +
  times(3, (index) =>
    placed(
      path("M-30 0C-30 -30 26 -34 32 -6C30 18 -26 20 -30 0Z", "#EDB93A") +
        path("M-18 -4C-14 -20 14 -22 20 -8C10 -8 -8 -8 -18 -4Z", "#F8DC88"),
      [58, 34, 78][index] ?? 0,
      [-42, -12, -10][index] ?? 0,
      0.9,
      [-14, 6, 20][index] ?? 0,
    ),
  )
