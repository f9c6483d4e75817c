/** What every drawing of a product is given, and what it gives back. */
import { type Brush } from "./brush"
import { type LabelLook } from "./label"
import { type GroupColours } from "./palette"
import { type Random } from "./random"

export interface Sketch {
  brush: Brush
  random: Random
  colours: GroupColours
  title: string
  /** The title as `wordsOf` gives it. */
  words: string
  look: LabelLook
  /** What the product is made of, drawn around its own origin, about 170 pixels wide. */
  ingredient: string
}

export interface Drawn {
  /** Standing on GROUND, centred on 480. */
  body: string
  /** Half of its width on the table: how far its shadow reaches. */
  reach: number
  /** True where the name is on the thing itself; otherwise a card stands before it. */
  labelled: boolean
}

export type Shape = (sketch: Sketch) => Drawn
