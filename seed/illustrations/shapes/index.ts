/** Every shape by its name. */
import { type Shape } from "../sketch"
import * as bottles from "./bottles"
import * as boxes from "./boxes"
import * as carved from "./carved"
import * as harvest from "./harvest"
import * as household from "./household"
import * as jars from "./jars"
import * as lights from "./lights"
import * as plaited from "./plaited"
import * as pouches from "./pouches"
import * as statues from "./statues"
import * as textiles from "./textiles"
import * as views from "./views"

export const SHAPES = {
  "fish-sauce-bottle": bottles.fishSauceBottle,
  "oil-bottle": bottles.oilBottle,
  "liquor-bottle": bottles.liquorBottle,
  "syrup-bottle": bottles.syrupBottle,
  "honey-jar": jars.honeyJar,
  jar: jars.jar,
  vial: jars.vial,
  "pill-bottle": jars.pillBottle,
  "small-jars": jars.smallJars,
  "tea-pouch": pouches.teaPouch,
  "tea-box": boxes.teaBox,
  pouch: pouches.pouch,
  box: boxes.box,
  "sweet-box": boxes.sweetBox,
  "rice-bag": pouches.riceBag,
  "dried-pack": pouches.driedPack,
  "noodle-pack": pouches.noodlePack,
  "leaf-rolls": boxes.leafRolls,
  crate: harvest.crate,
  basket: harvest.basket,
  "egg-tray": harvest.eggTray,
  "rice-paper": harvest.ricePaper,
  "root-bundle": harvest.rootBundle,
  "gift-basket": harvest.giftBasket,
  lantern: lights.lantern,
  lamp: lights.lamp,
  carving: statues.carving,
  bell: statues.bell,
  ceramics: household.ceramics,
  driftwood: carved.driftwood,
  plate: carved.plate,
  fan: household.fan,
  broom: plaited.broom,
  hat: plaited.hat,
  mat: plaited.mat,
  cloth: textiles.cloth,
  bag: textiles.bag,
  bracelet: household.bracelet,
  incense: lights.incense,
  clock: household.clock,
  woodcraft: carved.woodcraft,
  picture: views.picture,
  landscape: views.landscape,
} as const satisfies Record<string, Shape>

export type IllustrationShape = keyof typeof SHAPES
