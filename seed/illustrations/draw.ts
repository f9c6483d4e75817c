/** A product's picture as SVG: room, shadow, thing, what it is made of, name. */
import { type GroupSlug } from "../../backend/src/contracts/group"
import { GROUND, SIDE, backdrop, groundShadow } from "./backdrop"
import { Brush, placed } from "./brush"
import { ingredientFor } from "./ingredient-for"
import { chooseLook, nameCard } from "./label"
import { GROUP_COLOURS } from "./palette"
import { randomFrom } from "./random"
import { type IllustrationShape, SHAPES } from "./shapes"
import { wordsOf } from "./words"

export interface Illustrated {
  /** The variations of the drawing follow from it. */
  handle: string
  title: string
  group: GroupSlug
  shape: IllustrationShape
}

/** Shapes that already show what they hold. */
const COMPLETE: ReadonlySet<IllustrationShape> = new Set([
  "box",
  "sweet-box",
  "rice-bag",
  "dried-pack",
  "noodle-pack",
  "leaf-rolls",
  "crate",
  "basket",
  "egg-tray",
  "root-bundle",
  "gift-basket",
  "landscape",
  "picture",
  "small-jars",
  "pill-bottle",
])

/** 960 × 960. The same product always gives the same bytes. */
export function drawIllustration({ handle, title, group, shape }: Illustrated): string {
  const brush = new Brush()
  const random = randomFrom(handle)
  const colours = GROUP_COLOURS[group]
  const look = chooseLook(colours, random)
  const ingredient = ingredientFor(title, group)(random)
  const room = backdrop(brush, group, colours, random)
  const drawn = SHAPES[shape]({
    brush,
    random,
    colours,
    title,
    words: wordsOf(title),
    look,
    ingredient,
  })
  const standing = drawn.labelled ? GROUND : GROUND - 40
  const size = drawn.labelled && shape !== "landscape" ? 1.18 : 1
  const reach = drawn.reach * size
  const beside =
    COMPLETE.has(shape) || !drawn.labelled
      ? ""
      : besides(ingredient, reach, random.chance(0.5))
  return brush.finish(
    SIDE,
    SIDE,
    room +
      groundShadow(brush, 480, standing, reach) +
      placed(drawn.body, 480 * (1 - size), GROUND * (1 - size), size) +
      beside +
      (drawn.labelled ? "" : nameCard(brush, title, 480, 786, look)),
  )
}

/** The ingredient before the product, larger on one side, smaller on the other. */
function besides(ingredient: string, reach: number, right: boolean): string {
  const offset = Math.min(345, reach + 112)
  const side = right ? 1 : -1
  return (
    placed(ingredient, 480 + side * offset, GROUND + 76, [side * 1.35, 1.35]) +
    placed(ingredient, 480 - side * Math.min(375, reach + 96), GROUND + 34, [
      -side * 0.9,
      0.9,
    ])
  )
}
