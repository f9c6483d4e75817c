/** The land of the home page's picture: sky, ridges, towers, river. 1600 × 900. */
import {
  type Brush,
  circle,
  ellipse,
  group,
  line,
  path,
  placed,
  rect,
  times,
} from "../brush"
import { BRAND, darker, lighter, mix } from "../palette"

const WATER = 612

export function sky(brush: Brush): string {
  return (
    rect(
      0,
      0,
      1600,
      WATER + 20,
      brush.down([
        [0, BRAND.ochre],
        [0.3, "#EDB445"],
        [0.75, "#F7D68B"],
        [1, "#FBE7B8"],
      ]),
    ) +
    circle(
      1010,
      300,
      330,
      brush.radial([
        [0, "#FFF6DC", 0.85],
        [0.45, "#FFEDBE", 0.45],
        [1, "#FFE9B0", 0],
      ]),
    ) +
    circle(1010, 300, 112, "#FFF3D2") +
    group(
      line("M640 190q70 -26 150 0q60 -20 120 4", "#FFF3D2", 10) +
        line("M1180 150q50 -18 110 0q50 -14 96 2", "#FFF3D2", 9) +
        line("M760 232q40 -12 92 0", "#FFF3D2", 7),
      { opacity: 0.6 },
    ) +
    line(
      "M880 168q14 -14 26 0q12 -14 26 0M952 132q11 -11 20 0q10 -11 20 0M846 210q9 -9 17 0q8 -9 17 0",
      "#7C4A12",
      4,
      { opacity: 0.6 },
    )
  )
}

/** Ngọc Linh far behind, the Trường Sơn before it, hills with bamboo nearest. */
export function mountains(brush: Brush): string {
  const layer = (d: string, top: string, foot: string): string =>
    path(
      d,
      brush.down([
        [0, top],
        [1, foot],
      ]),
    )
  return (
    layer(
      "M300 620C400 540 470 500 540 470C590 448 620 396 664 372Q684 360 706 378C736 398 750 372 784 316C804 284 822 252 846 236Q866 224 886 246C912 276 922 306 958 326C990 344 1010 330 1040 342C1080 360 1100 410 1150 424C1210 440 1270 380 1330 352Q1360 338 1392 362C1450 410 1530 440 1600 470V620Z",
      mix("#6E9A8C", "#F3C75A", 0.4),
      mix("#7FA08A", "#F9E2A8", 0.75),
    ) +
    path(
      "M846 236Q866 224 886 246C912 276 922 306 958 326C990 344 1010 330 1040 342C1000 352 960 372 930 360C900 350 900 320 884 300C874 284 858 262 846 236ZM664 372Q684 360 706 378C728 392 740 384 752 368C742 400 724 420 704 414C690 408 678 392 664 372Z",
      "#4F7F6C",
      { opacity: 0.18 },
    ) +
    line("M420 520q120 -26 250 -8t260 -12M1050 470q140 -20 260 6t290 -6", "#FFF6DC", 16, {
      opacity: 0.35,
    }) +
    layer(
      "M300 620C430 560 520 560 620 500Q700 450 780 492C860 530 930 470 1010 452S1180 520 1270 486S1460 430 1600 520V620Z",
      mix("#4F7F5C", "#F0C060", 0.22),
      mix("#6C9468", "#F6D68C", 0.5),
    ) +
    layer(
      "M260 640C380 600 480 590 590 560S780 540 880 566S1080 590 1180 560S1460 540 1600 580V640Z",
      "#4C7A4C",
      "#6F9558",
    )
  )
}

/** The towers of Mỹ Sơn on their hill. */
export function chamTowers(): string {
  const tower = (height: number): string => {
    const brick = "#A9502F"
    return (
      times(5, (step) => {
        const wide = 92 - step * 16
        const floor = -height * ([0, 0.42, 0.62, 0.77, 0.89][step] ?? 0)
        const tall = height * ([0.42, 0.2, 0.15, 0.12, 0.08][step] ?? 0)
        return (
          rect(-wide / 2, floor - tall, wide, tall + 1, brick) +
          rect(0, floor - tall, wide / 2, tall + 1, darker(brick, 0.24)) +
          rect(-wide / 2 - 5, floor - tall, wide + 10, 7, lighter(brick, 0.24))
        )
      }) +
      path(
        `M-9 ${-height * 0.96}Q0 ${-height * 1.12} 9 ${-height * 0.96}Z`,
        darker(brick, 0.2),
      ) +
      path(
        `M-15 0V${-height * 0.2}Q0 ${-height * 0.33} 15 ${-height * 0.2}V0Z`,
        "#5A2414",
      )
    )
  }
  return (
    placed(tower(150), 668, 566, 0.8) +
    placed(tower(150), 736, 562) +
    placed(tower(120), 800, 566, 0.8)
  )
}

export function palm(x: number, y: number, size: number, lean: number): string {
  return placed(
    line(`M0 0Q${lean * 0.4} -120 ${lean} -230`, "#7A5230", 13) +
      times(7, (index) => {
        const turn = -200 + index * 37
        return placed(
          path("M0 0Q50 -44 128 -6Q60 -14 0 10Z", index % 2 ? "#3F7446" : "#588F4E"),
          lean,
          -230,
          1,
          turn,
        )
      }) +
      circle(lean - 8, -218, 10, "#8A6224") +
      circle(lean + 10, -216, 10, "#A87B34"),
    x,
    y,
    size,
  )
}

/** The Thu Bồn in the evening, with what it mirrors. */
export function river(brush: Brush): string {
  const glint = (
    x: number,
    y: number,
    width: number,
    colour: string,
    opacity: number,
  ): string => line(`M${x} ${y}h${width}`, colour, 6, { opacity })
  return (
    rect(
      0,
      WATER,
      1600,
      300,
      brush.down([
        [0, "#E3C27A"],
        [0.16, "#7FA98F"],
        [0.5, "#2C8582"],
        [1, BRAND.riverDeep],
      ]),
    ) +
    times(16, (index) =>
      glint(
        930 - index * 3 + ((index * 47) % 60),
        WATER + 14 + index * 14,
        150 - index * 4 + ((index * 31) % 50),
        "#FFF0C4",
        0.6 - index * 0.03,
      ),
    ) +
    times(26, (index) =>
      line(
        `M${360 + ((index * 211) % 1220)} ${WATER + 40 + ((index * 67) % 230)}q16 -9 32 0t32 0t32 0`,
        index % 3 ? "#BFE0D2" : "#FFE3A0",
        4,
        { opacity: 0.4 },
      ),
    )
  )
}

/** A rowing boat with one who rows, under a conical hat. Around the middle of its keel. */
export function boat(): string {
  return (
    ellipse(0, 16, 150, 12, "#0C3A3C", { opacity: 0.35 }) +
    path(
      "M-150 -30Q-110 14 -60 16H70Q120 12 158 -34Q110 -10 60 -10H-60Q-110 -10 -150 -30Z",
      "#6B3A24",
    ) +
    path(
      "M-150 -30Q-110 -10 -60 -10H60Q110 -10 158 -34Q112 -4 64 -2H-62Q-112 -4 -150 -30Z",
      "#A5683A",
    ) +
    path("M-40 -12Q-52 -70 -20 -92Q12 -72 16 -12Z", BRAND.lacquer) +
    line("M-26 -72Q6 -48 40 -54", BRAND.lacquer, 15) +
    line("M52 -110L26 34", "#8A622E", 7) +
    circle(-18, -102, 16, "#C98B62") +
    path("M-62 -98L-16 -140L26 -98Q-18 -84 -62 -98Z", "#F1DDA8") +
    path("M-16 -140L26 -98Q10 -92 -12 -91Z", "#D9BC7A") +
    path("M60 -12Q66 -44 100 -44Q128 -42 132 -18Z", "#C9862B") +
    circle(86, -44, 13, "#E58F2A") +
    circle(108, -42, 12, "#86A94A")
  )
}

/** A paper lotus with a candle, set upon the water. */
export function floatingLantern(colour: string): string {
  return (
    ellipse(0, 10, 46, 9, "#FFE3A0", { opacity: 0.45 }) +
    path(
      "M-34 0Q-30 -26 -14 -8Q-10 -36 0 -14Q10 -36 14 -8Q30 -26 34 0Q0 18 -34 0Z",
      colour,
    ) +
    path("M-18 2Q-10 -20 0 -4Q10 -20 18 2Q0 10 -18 2Z", lighter(colour, 0.4)) +
    ellipse(0, -16, 5, 10, "#FFF3C4")
  )
}
