import { describe, expect, it } from "vitest"
import { type GroupSlug } from "../../backend/src/contracts/group"
import { shapeFor } from "./shape-for"
import { type IllustrationShape } from "./shapes"

const CASES: readonly (readonly [string, GroupSlug, IllustrationShape])[] = [
  ["Nước mắm Cửa Khe – Hai Hiền", "thuc-pham", "fish-sauce-bottle"],
  ["Mắm ruốc Duy Trinh", "thuc-pham", "jar"],
  ["Dầu phụng Trà Đông", "thuc-pham", "oil-bottle"],
  ["Dầu mè đen ép sống", "thuc-pham", "oil-bottle"],
  ["Tinh dầu quế Trà My – Minh Phúc", "thao-duoc", "vial"],
  ["Trà rừng Cù Lao Chàm", "thuc-pham", "tea-pouch"],
  ["Chè dây Za Réh (Ra Zéh)", "thuc-pham", "tea-pouch"],
  ["Chè dây Za Réh túi lọc", "thuc-pham", "tea-box"],
  ["Rượu Tà Vạc cất", "do-uong", "liquor-bottle"],
  ["Nước cốt chanh Thu Vân", "do-uong", "syrup-bottle"],
  ["Mật ong dú Kỳ Tân", "thuc-pham", "honey-jar"],
  ["Bánh tráng Đại Lộc", "thuc-pham", "rice-paper"],
  ["Bánh dừa nướng Quý Thu", "thuc-pham", "sweet-box"],
  ['Gạo "Cái quạt mo"', "thuc-pham", "rice-bag"],
  ["Sợi mì cao lầu Tô Văn Bình", "thuc-pham", "noodle-pack"],
  ["Cao chè vằng Miền Trung", "thao-duoc", "jar"],
  ["TPBVSK SAPHRATON", "thao-duoc", "pill-bottle"],
  ["Viên hoàn nghệ trắng mật ong", "thao-duoc", "pill-bottle"],
  ["Sâm dây Phước Sơn", "thao-duoc", "root-bundle"],
  ["Đèn lồng Hội An (Dé Lantana)", "luu-niem", "lantern"],
  ["Khăn choàng thổ cẩm", "vai-may-mac", "cloth"],
  ["Túi A Đtirh", "vai-may-mac", "bag"],
  ["Vòng đeo tay trầm hương", "luu-niem", "bracelet"],
  ["Hương trầm không tăm cao cấp Kỳ Nam", "luu-niem", "incense"],
]

describe("shapeFor", () => {
  it.each(CASES)("draws %s (%s) as %s", (title, group, shape) => {
    expect(shapeFor(title, group)).toBe(shape)
  })

  it("is not misled by a place that is named like a product", () => {
    expect(shapeFor("Mía tím Bắc Trà My", "thuc-pham")).toBe("crate")
    expect(shapeFor("Cam sành Trà Dương", "thuc-pham")).toBe("crate")
    expect(shapeFor("Cá thát lát sông Tranh phi lê", "thuc-pham")).toBe("dried-pack")
  })

  it("tells fresh goods from the same goods dried or smoked", () => {
    expect(shapeFor("Nấm sò Đại Hiệp", "thuc-pham")).toBe("basket")
    expect(shapeFor("Nấm bào ngư sấy tẩm gia vị", "thuc-pham")).toBe("dried-pack")
    expect(shapeFor("Thịt heo đen xông khói Nam Giang", "thuc-pham")).toBe("dried-pack")
  })

  it("reads decomposed letters like composed ones", () => {
    expect(shapeFor("Rượu đẳng sâm".normalize("NFD"), "do-uong")).toBe("liquor-bottle")
  })

  it("falls back to the usual thing of the group", () => {
    expect(shapeFor("Amê", "thuc-pham")).toBe("box")
    expect(shapeFor("Amê", "vai-may-mac")).toBe("cloth")
    expect(shapeFor("Vườn rau Thanh Đông", "du-lich")).toBe("landscape")
  })
})
