/** The picture of the home page: from Ngọc Linh down the Thu Bồn to a market quay in Hội An. */
import { Brush, ellipse, group, line, path, placed, rect, times } from "../brush"
import { GROUND } from "../backdrop"
import { ingredientFor } from "../ingredient-for"
import { chooseLook } from "../label"
import { fit, outline } from "../lettering"
import { BRAND, GROUP_COLOURS } from "../palette"
import { randomFrom } from "../random"
import { type IllustrationShape, SHAPES } from "../shapes"
import { type GroupSlug } from "../../../backend/src/contracts/group"
import { wordsOf } from "../words"
import { emblem } from "./emblem"
import { boat, chamTowers, floatingLantern, mountains, palm, river, sky } from "./land"
import { coveredBridge, houses, lanternString } from "./town"

/** One product of the still life; its foot at (x, y), `size` of its own 960-pixel drawing. */
interface Piece {
  title: string
  group: GroupSlug
  shape: IllustrationShape
  x: number
  y: number
  size: number
  /** Chooses among the variations of the shape. */
  seed: string
}

function still(
  brush: Brush,
  { title, group: slug, shape, x, y, size, seed }: Piece,
): string {
  const random = randomFrom(seed)
  const colours = GROUP_COLOURS[slug]
  const look = chooseLook(colours, random)
  const ingredient = ingredientFor(title, slug)(random)
  const { body } = SHAPES[shape]({
    brush,
    random,
    colours,
    title,
    words: wordsOf(title),
    look,
    ingredient,
  })
  return placed(body, x - 480 * size, y - GROUND * size, size)
}

const ingredient = (
  title: string,
  x: number,
  y: number,
  size: number,
  flip = 1,
): string =>
  placed(ingredientFor(title, "thuc-pham")(randomFrom(title)), x, y, [size * flip, size])

/** Boards of the quay and what the market has laid out on them. */
function market(brush: Brush): string {
  const deck = brush.down([
    [0, "#C98F55"],
    [1, "#7C4A26"],
  ])
  const pieces: Piece[] = [
    {
      title: "Thổ cẩm",
      group: "vai-may-mac",
      shape: "cloth",
      x: 1006,
      y: 842,
      size: 0.27,
      seed: "x",
    },
    {
      title: "Gạo",
      group: "thuc-pham",
      shape: "rice-bag",
      x: 1138,
      y: 832,
      size: 0.3,
      seed: "g2",
    },
    {
      title: "Nước mắm",
      group: "thuc-pham",
      shape: "fish-sauce-bottle",
      x: 1248,
      y: 836,
      size: 0.33,
      seed: "c",
    },
    {
      title: "Trà rừng",
      group: "do-uong",
      shape: "tea-pouch",
      x: 1508,
      y: 826,
      size: 0.29,
      seed: "tea",
    },
    {
      title: "Dầu phụng",
      group: "thuc-pham",
      shape: "oil-bottle",
      x: 1422,
      y: 838,
      size: 0.31,
      seed: "d",
    },
    {
      title: "Mật ong",
      group: "thuc-pham",
      shape: "honey-jar",
      x: 1336,
      y: 846,
      size: 0.245,
      seed: "m",
    },
  ]
  return (
    path("M830 900L900 776H1600V900Z", deck) +
    line("M886 800H1600M870 832H1600M852 868H1600", "#5A3018", 4, { opacity: 0.45 }) +
    line(
      "M1040 776l-40 124M1220 776l-14 124M1400 776l16 124M1540 776l36 124",
      "#5A3018",
      3,
      { opacity: 0.25 },
    ) +
    rect(900, 770, 700, 9, "#E8BE86") +
    path("M962 888L1010 800H1520L1580 888Z", "#A63A24") +
    line(`M984 876${times(29, () => "l10 -16l10 16")}`, BRAND.gold, 4, { opacity: 0.8 }) +
    line("M998 826H1538", BRAND.gold, 3, { opacity: 0.6 }) +
    times(5, (index) =>
      ellipse(1130 + index * 92, 840, 66, 12, "#20130C", { opacity: 0.25 }),
    ) +
    pieces.map((piece) => still(brush, piece)).join("") +
    ingredient("sâm", 1452, 888, 0.46) +
    ingredient("ớt", 1196, 880, 0.5) +
    ingredient("chanh", 1540, 876, 0.56) +
    ingredient("quế", 1330, 888, 0.5) +
    ingredient("đậu phụng", 1080, 882, 0.48)
  )
}

/** Everything, 1600 × 900. Drawn so that its right half stands alone, then without the boat. */
function scene(brush: Brush, withBoat: boolean): string {
  return (
    sky(brush) +
    mountains(brush) +
    chamTowers() +
    palm(850, 606, 0.8, -34) +
    houses(brush) +
    river(brush) +
    placed(group(coveredBridge(brush), { opacity: 0.22 }), 1268, 648, [1, -0.42]) +
    rect(820, 604, 780, 12, "#A9784A") +
    placed(coveredBridge(brush), 1268, 634) +
    placed(floatingLantern("#E9826A"), 760, 690, 0.8) +
    placed(floatingLantern("#F0B437"), 1080, 706, 0.85) +
    placed(floatingLantern("#D95A78"), 640, 760, 1) +
    placed(floatingLantern("#E9A6A0"), 1460, 716, 0.9) +
    (withBoat ? placed(boat(), 880, 716, 0.86) : "") +
    lanternString(brush, [820, -30], [1640, 90], 44, 6, 0.2) +
    lanternString(brush, [1160, -40], [1600, 6], 26, 3, 0.26) +
    market(brush)
  )
}

/** The whole width; towards the left it becomes the ochre of the wall that carries the words. */
export function heroWide(): string {
  const brush = new Brush()
  const wall = brush.across([
    [0, BRAND.ochre, 1],
    [0.3, BRAND.ochre, 1],
    [0.46, BRAND.ochre, 0.55],
    [0.6, BRAND.ochre, 0],
  ])
  return brush.finish(1600, 900, scene(brush, true) + rect(0, 0, 1600, 900, wall))
}

/** The right part alone, 800 × 1000, for narrow screens. */
export function heroTall(): string {
  const brush = new Brush()
  const size = 1000 / 900
  return brush.finish(800, 1000, placed(scene(brush, false), -870 * size, 0, size))
}

/** What a shared link shows, 1200 × 630: the market by the river, the mark and the name. */
export function socialCard(): string {
  const brush = new Brush()
  const size = 630 / 900
  const wall = brush.across([
    [0, BRAND.ochre, 1],
    [0.42, BRAND.ochre, 1],
    [0.62, BRAND.ochre, 0],
  ])
  const [name, motto] = ["OCOP Quảng Nam", "Mỗi xã một sản phẩm"]
  const words = fit(name, 470, 200, 800, 96)
  return brush.finish(
    1200,
    630,
    placed(scene(brush, true), 1200 - 1600 * size + 20, 0, size) +
      rect(0, 0, 1200, 630, wall) +
      placed(emblem(), 72, 92, 140 / 64) +
      path(
        words.lines
          .map((each, row) =>
            outline(each, 72, 350 + row * words.size * 1.16, words.size, 800, "start"),
          )
          .join(""),
        BRAND.lacquerDeep,
      ) +
      path(outline(motto, 72, 540, 38, 600, "start"), BRAND.ink),
  )
}
