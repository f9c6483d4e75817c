/** The thing to draw for a product, read from its Vietnamese title. */
import { type GroupSlug } from "../../backend/src/contracts/group"
import { type IllustrationShape } from "./shapes"
import { firstSaid, says, wordsOf } from "./words"

type Rule = readonly [IllustrationShape, ...string[]]

/** How a thing is packed or used: says more than what the thing is. */
const FIRST: readonly Rule[] = [
  ["gift-basket", "giỏ quà", "hộp quà", "bộ quà", "set quà"],
  ["tea-box", "túi lọc", "mitri tea", "hòa tan"],
  ["pill-bottle", "tpbvsk", "viên nang", "viên hoàn", "viên nén"],
  ["small-jars", "nước yến", "yến chưng", "yến hũ"],
  ["vial", "tinh dầu"],
  ["ceramics", "gốm", "gốm sứ", "bình hoa"],
  ["incense", "thờ"],
]

/**
 * What a thing is. A Vietnamese title begins with its noun, so the phrase found first in the
 * title decides: "Mía tím Bắc Trà My" is cane, for all its tea.
 */
const NOUNS: readonly Rule[] = [
  ["liquor-bottle", "rượu"],
  ["syrup-bottle", "siro", "si rô", "nước cốt", "nước ép", "mật mía", "giấm", "nước"],
  ["fish-sauce-bottle", "nước mắm", "mắm nhĩ"],
  ["box", "yến", "thanh gạo", "thanh", "hộp"],
  ["oil-bottle", "dầu"],
  ["honey-jar", "mật ong"],
  [
    "jar",
    "mắm",
    "tương",
    "muối",
    "bơ",
    "dưa",
    "cao",
    "sa tế",
    "ớt",
    "tỏi",
    "chao",
    "mứt",
  ],
  ["tea-pouch", "trà", "chè"],
  [
    "pouch",
    "bắp",
    "bột",
    "tinh bột",
    "ngũ cốc",
    "snack",
    "dế",
    "hạt",
    "tiêu",
    "mầm",
    "cà phê",
    "đậu",
  ],
  ["sweet-box", "bánh", "kẹo"],
  ["rice-paper", "bánh tráng"],
  ["noodle-pack", "phở", "mì", "mỳ", "bún", "miến", "sợi mì"],
  ["rice-bag", "gạo", "nếp"],
  ["leaf-rolls", "chả", "nem", "tré"],
  ["egg-tray", "trứng"],
  ["dried-pack", "khoai lang dẻo", "mực", "cá", "tôm", "rau câu", "khô", "rong"],
  [
    "crate",
    ...[
      "rau",
      "cải",
      "khoai",
      "cam",
      "chanh",
      "mía",
      "bưởi",
      "khổ qua",
      "lòn bon",
      "chuối",
    ],
    ...[
      "dứa",
      "xà lách",
      "quật",
      "sắn",
      "thanh long",
      "thanh trà",
      "măng tây",
      "măng cụt",
      "dưa hấu",
      "ổi",
      "xoài",
      "mít",
      "bí",
    ],
  ],
  ["root-bundle", "sâm", "nấm linh chi", "nấm lim", "dược liệu", "rễ", "ba kích", "quế"],
  ["basket", "nấm", "măng", "thịt", "heo", "gà", "bò", "thịt heo"],
  ["lantern", "đèn lồng", "lồng đèn"],
  ["lamp", "đèn"],
  ["bracelet", "vòng", "chuỗi"],
  ["driftwood", "trầm kiến", "trầm cảnh", "kiến cảnh"],
  ["incense", "nhang", "hương", "trầm nụ", "nụ trầm", "trầm nén"],
  ["carving", "tượng", "điêu khắc", "phù điêu"],
  ["plate", "đĩa", "dĩa"],
  ["clock", "đồng hồ"],
  ["picture", "tranh"],
  ["bell", "giá treo", "chuông", "chiêng"],
  ["woodcraft", "cắm bút", "hộp bút", "mô hình", "đồ gỗ"],
  ["fan", "quạt"],
  ["broom", "chổi"],
  ["hat", "nón", "nón lá"],
  ["mat", "chiếu", "chiếu cói"],
  ["bag", "túi", "ba lô", "ví", "giỏ xách"],
  ["cloth", "khăn", "lụa", "tơ lụa", "thổ cẩm", "vải", "váy", "áo", "tút", "khố"],
  ["basket", "giỏ", "rổ", "gùi", "mây tre"],
  ["landscape", "du lịch", "trải nghiệm", "tham quan", "homestay"],
]

/** Fresh goods that have been dried, smoked or cut are sold in a bag. */
const PRESERVED = [
  "sấy",
  "khô",
  "rim",
  "xông khói",
  "tẩm",
  "phi lê",
  "một nắng",
  "gác bếp",
  "đóng gói",
] as const
const FRESH: ReadonlySet<IllustrationShape> = new Set(["crate", "basket"])

const USUAL: Record<GroupSlug, IllustrationShape> = {
  "thuc-pham": "box",
  "do-uong": "syrup-bottle",
  "thao-duoc": "root-bundle",
  "vai-may-mac": "cloth",
  "luu-niem": "woodcraft",
  "du-lich": "landscape",
}

export function shapeFor(title: string, group: GroupSlug): IllustrationShape {
  if (group === "du-lich") return "landscape"
  const words = wordsOf(title)
  const first = FIRST.find(([, ...phrases]) => says(words, ...phrases))
  if (first) return first[0]
  const noun = firstSaid(words, NOUNS) ?? USUAL[group]
  return FRESH.has(noun) && says(words, ...PRESERVED) ? "dried-pack" : noun
}
