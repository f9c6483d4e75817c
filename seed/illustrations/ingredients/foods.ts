/** Seeds, mushrooms, what the sea and the farmyard give. Origin: middle of the foot. */
import { circle, ellipse, line, path, placed, rect, times } from "../brush"
import { darker, lighter } from "../palette"
import { contact, heap, leaf } from "./pieces"
import { type Ingredient } from "./plants"

const GREEN = "#4C7F45"

const shell = (colour: string): string =>
  path(
    "M-52 0C-58 -30 -22 -34 -4 -24C16 -34 56 -32 52 0C48 26 14 22 -2 14C-22 26 -50 22 -52 0Z",
    colour,
  ) +
  line(
    "M-38 -10q12 -8 24 -2M-40 4q14 6 26 0M12 -12q14 -6 26 0M14 6q14 6 26 -2M-4 -18v28",
    darker(colour, 0.28),
    3,
    { opacity: 0.6 },
  )

export const peanut: Ingredient = () =>
  contact(190, 6) +
  placed(shell("#CF9F62"), -42, -18, 0.95, -14) +
  placed(shell("#BE8B4E"), 42, -16, 0.9, 20) +
  placed(shell("#DDB277"), 4, -48, 0.85, 4) +
  times(
    3,
    (index) =>
      ellipse(-74 + index * 74, 2 + (index % 2) * 6, 13, 9, "#A9552F") +
      ellipse(-78 + index * 74, -1 + (index % 2) * 6, 4, 2.5, "#D88C62"),
  )

const grains =
  (tones: readonly string[], rx: number, ry: number): Ingredient =>
  (random) =>
    contact(180, 4) +
    path("M-82 4Q-40 -62 0 -62Q40 -62 82 4Z", darker(tones[0] ?? "#333333", 0.12)) +
    heap(random, 158, 6, [15, 10], (index) =>
      ellipse(0, 0, rx, ry, tones[index % tones.length] ?? "#333333"),
    )

export const blackSesame = grains(["#2F2927", "#443A35", "#57493F"], 8, 4.5)
export const sesame = grains(["#EAD9AE", "#DCC48C", "#F4E9CB"], 8, 4.5)
export const blackBean = grains(["#2B2326", "#3D2F33", "#54424A"], 11, 8)
export const soyBean = grains(["#E0BD73", "#EFD391", "#D0A657"], 10, 9)
export const salt = grains(["#F8F3E8", "#E9DFCB", "#D9A58A"], 6, 5)
export const brownRice = grains(["#7C4B54", "#94606A", "#5F3942"], 10, 4)

const ear = (colour: string): string =>
  line("M0 0Q18 -84 88 -118", "#A98B35", 4) +
  times(11, (index) => {
    const t = 0.3 + index * 0.07
    return placed(
      ellipse(0, 0, 12, 5.5, index % 2 ? colour : darker(colour, 0.12)),
      36 * t + 52 * t * t,
      -168 * t + 50 * t * t,
      1,
      (index % 2 ? -20 : -88) + t * 20,
    )
  })

export const rice: Ingredient = (random) =>
  grains(["#FBF6EA", "#EFE4C8", "#E6D6AE"], 9, 4)(random) +
  placed(ear("#E0B040"), -6, -4, 0.95) +
  placed(ear("#D29C2C"), -20, 0, [-0.8, 0.85])

export const honey: Ingredient = () =>
  contact(180, 4) +
  times(5, (index) => {
    const [x, y] = [
      [-66, -22],
      [-26, -22],
      [-46, -56],
      [-6, -56],
      [14, -22],
    ][index] ?? [0, 0]
    return path("M0 -24L20 -12V12L0 24L-20 12V-12Z", index % 2 ? "#F0B437" : "#D98E1E", {
      transform: `translate(${x ?? 0} ${y ?? 0})`,
      stroke: "#B36A12",
      "stroke-width": 4,
    })
  }) +
  placed(
    rect(-5, -118, 10, 80, "#A8683A", { rx: 5 }) +
      times(4, (index) =>
        ellipse(
          0,
          -34 + index * 11,
          [17, 22, 22, 15][index] ?? 18,
          6,
          index % 2 ? "#B57642" : "#C98F5C",
        ),
      ),
    66,
    -2,
    1,
    24,
  )

const ling = (size: number): string =>
  path(`M-8 0Q-4 -40 -12 -62H14Q8 -40 14 0Z`, "#7A3A22") +
  path("M-78 -62C-80 -108 80 -112 78 -64C70 -44 -66 -40 -78 -62Z", "#8E3220") +
  path("M-62 -68C-50 -96 54 -98 62 -70C40 -60 -40 -56 -62 -68Z", "#B6492A") +
  path("M-40 -74C-30 -88 34 -90 42 -76C20 -70 -20 -68 -40 -74Z", "#D98B4E") +
  line("M-76 -60C-50 -46 52 -48 76 -62", "#F2DDB4", 5 * size)

export const lingzhi: Ingredient = () =>
  contact(170, 4) + placed(ling(1), -20, 0, 0.95, -4) + placed(ling(1), 60, 2, 0.55, 8)

const cap = (colour: string): string =>
  path("M-9 0Q-6 -34 -14 -50H16Q8 -34 12 0Z", "#F2E8D6") +
  path("M-50 -46C-50 -92 52 -94 52 -46C34 -36 -30 -36 -50 -46Z", colour) +
  path("M-34 -60C-26 -78 10 -82 26 -72C4 -72 -18 -68 -34 -60Z", lighter(colour, 0.4))

export const mushroom: Ingredient = () =>
  contact(170, 4) +
  placed(cap("#B9A58A"), -44, 0, 0.9, -10) +
  placed(cap("#CBB89A"), 46, 0, 0.85, 10) +
  placed(cap("#A28B6E"), 0, 4, 1)

const body = (back: string, belly: string): string =>
  path("M-92 0C-66 -40 6 -46 56 -8L92 -34Q86 0 94 30L56 8C6 40 -66 34 -92 0Z", back) +
  path("M-92 0C-66 30 6 38 56 8C10 12 -50 12 -92 0Z", belly) +
  path("M-20 -30Q2 -54 26 -30Z", darker(back, 0.15)) +
  line("M-52 -18Q-40 0 -52 16", darker(back, 0.3), 3) +
  circle(-70, -6, 5, "#FBF6EA") +
  circle(-70, -6, 2.6, "#20130C") +
  line("M-30 -8q8 6 16 0M-6 -10q8 6 16 0M18 -6q8 6 16 0", darker(back, 0.2), 2.5)

export const fish: Ingredient = () =>
  contact(190, 4) +
  placed(body("#6E8C94", "#D5DEDA"), -4, -58, 0.8, 5) +
  placed(body("#55777F", "#E3E8E2"), 4, -22, 0.92, -3)

export const redFish: Ingredient = () =>
  contact(190, 4) + placed(body("#C87560", "#F0D3C4"), 0, -30, 1, -3)

export const anchovy: Ingredient = () =>
  contact(190, 4) +
  times(4, (index) =>
    placed(
      body("#5E8288", "#EDEFE8"),
      -8 + (index % 2) * 18,
      -14 - index * 22,
      [0.8, 0.42],
      [-3, 4, -5, 2][index] ?? 0,
    ),
  )

export const squid: Ingredient = () =>
  contact(190, 4) +
  times(5, (index) =>
    line(
      `M44 ${-34 + index * 5}q30 ${-24 + index * 12} 52 ${-14 + index * 10}`,
      "#D79A86",
      7,
    ),
  ) +
  path("M-92 -24C-50 -66 20 -60 52 -40V-8C20 10 -50 14 -92 -24Z", "#E9B9A4") +
  path("M-92 -24C-84 -56 -58 -62 -40 -46M-92 -24C-84 4 -60 14 -40 0", "#D79A86") +
  path("M-60 -36C-30 -54 10 -50 40 -38C10 -42 -30 -42 -60 -36Z", "#F7DDD0") +
  circle(46, -30, 5, "#3A241B")

export const shrimp: Ingredient = () =>
  contact(170, 4) +
  times(2, (index) =>
    placed(
      line("M-52 -8C-64 -60 10 -76 44 -34", "#D9775A", 27) +
        line("M-44 -38l14 14M-22 -58l8 18M6 -62l0 20M30 -50l-8 16", "#F6C9B2", 4) +
        path("M-60 0L-78 18L-46 14L-34 26L-38 -4Z", "#C25E44") +
        line("M46 -32Q84 -60 60 -96M46 -32Q92 -44 88 -76", "#C25E44", 3),
      index ? 36 : -22,
      index ? -6 : -22,
      index ? 0.75 : 0.8,
      index ? 14 : -8,
    ),
  )

export const eggs: Ingredient = () =>
  contact(170, 4) +
  times(3, (index) =>
    placed(
      ellipse(0, -34, 30, 38, ["#EFDCC0", "#F6EAD6", "#E5CBA6"][index] ?? "#EFDCC0") +
        ellipse(-10, -48, 8, 12, "#FFFBF0", { opacity: 0.7 }),
      [-46, 44, 0][index] ?? 0,
      [0, 0, 6][index] ?? 0,
      1,
      [-12, 14, 4][index] ?? 0,
    ),
  )

export const nest: Ingredient = (random) =>
  contact(170, 4) +
  path("M-80 -34C-70 12 70 12 80 -34C50 -54 -50 -54 -80 -34Z", "#E9DDC6") +
  times(14, (index) =>
    line(
      `M${-72 + index * 4} ${-32 + index}Q${random.between(-30, 30).toFixed(0)} ${random.between(-20, 10).toFixed(0)} ${72 - index * 5} ${-34 + index}`,
      index % 2 ? "#F8F1E2" : "#D3C2A2",
      3,
    ),
  ) +
  ellipse(0, -38, 56, 14, "#FBF6EA", { opacity: 0.7 })

export const meat: Ingredient = () =>
  contact(180, 4) +
  times(3, (index) =>
    placed(
      path("M-58 -8C-60 -36 54 -40 58 -10C56 14 -52 16 -58 -8Z", "#8E3B2C") +
        path("M-48 -10C-40 -28 44 -30 48 -12C20 -18 -20 -16 -48 -10Z", "#C06A52") +
        line("M-40 -2Q0 -12 42 -2", "#F1D8C4", 6),
      [-34, 40, 4][index] ?? 0,
      [-8, -10, -36][index] ?? 0,
      0.85,
      [-8, 10, 2][index] ?? 0,
    ),
  ) +
  placed(leaf(70, 20, GREEN), -70, -30, 1, -130)

export const biscuits: Ingredient = () =>
  contact(180, 4) +
  times(4, (index) =>
    placed(
      ellipse(0, 0, 46, 30, "#B77B38") +
        ellipse(0, -6, 46, 29, "#E3B266") +
        ellipse(0, -6, 32, 19, "#EFCB8A") +
        times(6, (at) =>
          ellipse(-18 + (at % 3) * 18, -12 + Math.floor(at / 3) * 12, 3.5, 2, "#FBF0D4"),
        ),
      [-46, 46, -2, 18][index] ?? 0,
      [-22, -20, -14, -52][index] ?? 0,
      0.9,
      [-6, 8, 0, -10][index] ?? 0,
    ),
  )

export const drumsticks: Ingredient = () =>
  contact(180, 4) +
  times(2, (index) =>
    placed(
      line("M20 -8L74 18", "#F1E4CC", 15) +
        circle(76, 12, 11, "#FBF3E2") +
        circle(70, 25, 10, "#EFE0C6") +
        path(
          "M-70 -26C-72 -62 -10 -66 22 -28C38 -8 34 6 22 8C-20 18 -66 12 -70 -26Z",
          "#B5682C",
        ) +
        path("M-56 -30C-52 -52 -14 -52 8 -30C-14 -38 -36 -38 -56 -30Z", "#DB9A52"),
      index ? 14 : -10,
      index ? -10 : -48,
      index ? 1 : 0.9,
      index ? -4 : 10,
    ),
  )
