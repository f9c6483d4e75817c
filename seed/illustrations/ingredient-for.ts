/** What a product is made of, read from its Vietnamese title. */
import { type GroupSlug } from "../../backend/src/contracts/group"
import * as foods from "./ingredients/foods"
import * as fruits from "./ingredients/fruits"
import * as plants from "./ingredients/plants"
import { type Ingredient } from "./ingredients/plants"
import { firstSaid, wordsOf } from "./words"

type Rule = readonly [Ingredient, ...string[]]

/** Named in the title; the first named counts, for places have such names too. */
const NAMED: readonly Rule[] = [
  [foods.anchovy, "nước mắm", "mắm nhĩ", "mắm cái", "mắm nêm", "cá cơm"],
  [foods.shrimp, "ruốc", "tôm"],
  [foods.squid, "mực"],
  [foods.redFish, "cá diêu hồng", "cá hồng", "cá mối"],
  [foods.fish, "cá", "chả cá"],
  [foods.honey, "mật ong", "sữa ong chúa", "phấn hoa"],
  [foods.nest, "yến"],
  [foods.eggs, "trứng"],
  [foods.lingzhi, "linh chi", "nấm linh chi", "nấm linh xanh", "nấm lim"],
  [foods.mushroom, "nấm", "mộc nhĩ"],
  [fruits.coconut, "dừa"],
  [fruits.pineapple, "dứa", "thơm"],
  [fruits.bananas, "chuối", "bana"],
  [fruits.kumquat, "quật", "tắc"],
  [fruits.pomelo, "bưởi", "thanh trà"],
  [fruits.orange, "cam", "quýt", "cam sành"],
  [fruits.lime, "chanh"],
  [fruits.sugarcane, "mía"],
  [fruits.gourd, "khổ qua", "bí", "mướp"],
  [fruits.taro, "khoai", "sắn"],
  [fruits.shallot, "kiệu", "tỏi", "hành", "nén"],
  [fruits.berries, "lòn bon", "nhãn", "bòn bon"],
  [fruits.mangosteen, "măng cụt"],
  [fruits.greens, "măng tây"],
  [fruits.watermelon, "dưa hấu"],
  [fruits.jackfruit, "mít"],
  [foods.rice, "lúa", "cơm", "gạo", "nếp"],
  [foods.biscuits, "bánh quế"],
  [plants.leaves, "tà vạc", "giảo cổ lam"],
  [plants.bamboo, "măng"],
  [plants.seaweed, "rau câu", "rong biển"],
  [fruits.greens, "rau má", "rau", "cải", "xà lách", "mầm"],
  [foods.blackSesame, "mè đen"],
  [foods.sesame, "mè"],
  [foods.peanut, "đậu phụng", "đậu phộng", "dầu phụng", "dầu phộng", "đậu phụng dẻo"],
  [foods.blackBean, "đậu đen"],
  [foods.soyBean, "đậu nành", "đậu xanh", "đậu", "hạt sen", "ngũ cốc", "protein", "hạt"],
  [plants.turmeric, "nghệ", "gừng", "ngải"],
  [plants.cinnamon, "quế"],
  [plants.lemongrass, "sả"],
  [plants.agarwood, "trầm", "hương trầm", "huỳnh đàn"],
  [plants.ginseng, "sâm", "đẳng sâm", "ba kích", "sâm dây", "saphraton"],
  [plants.pepper, "tiêu"],
  [plants.chili, "ớt", "tương", "sa tế", "dế"],
  [foods.salt, "muối"],
  [plants.rose, "hoa hồng"],
  [plants.flowers, "hoa vàng", "hoa", "cúc"],
  [plants.lotus, "sen"],
  [plants.redLeaf, "cà gai leo", "thảo mộc", "thọ mộc", "vằng", "ka kun"],
  [foods.brownRice, "gạo tím", "gạo lứt", "nếp than", "tím than"],
  [foods.drumsticks, "gà"],
  [foods.meat, "thịt", "heo", "bò"],
]

/** What such things are made of when the title does not say. */
const IMPLIED: readonly Rule[] = [
  [plants.tea, "trà", "chè", "tea"],
  [foods.rice, "bánh tráng", "phở", "mì", "mỳ", "bún", "rượu", "cao lầu"],
  [foods.meat, "chả", "nem"],
  [foods.biscuits, "bánh", "kẹo"],
]

const USUAL: Record<GroupSlug, Ingredient> = {
  "thuc-pham": foods.rice,
  "do-uong": fruits.lime,
  "thao-duoc": plants.leaves,
  "vai-may-mac": plants.lotus,
  "luu-niem": plants.lotus,
  "du-lich": plants.leaves,
}

export function ingredientFor(title: string, group: GroupSlug): Ingredient {
  const words = wordsOf(title)
  return firstSaid(words, NAMED) ?? firstSaid(words, IMPLIED) ?? USUAL[group]
}
