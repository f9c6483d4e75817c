import { describe, expect, it } from "vitest"
import { ingredientFor } from "./ingredient-for"
import * as foods from "./ingredients/foods"
import * as fruits from "./ingredients/fruits"
import * as plants from "./ingredients/plants"

describe("ingredientFor", () => {
  it("tells words apart that differ by one mark", () => {
    expect(ingredientFor("Dầu dừa nguyên chất", "thuc-pham")).toBe(fruits.coconut)
    expect(ingredientFor("Siro dứa Khe Hoa", "do-uong")).toBe(fruits.pineapple)
    expect(ingredientFor("Ngũ cốc Mẹ Mít", "thuc-pham")).toBe(foods.soyBean)
    expect(ingredientFor("Dầu mè Xuân Hương", "thuc-pham")).toBe(foods.sesame)
  })

  it("prefers what is named to what the kind implies", () => {
    expect(ingredientFor("Trà linh chi Hoàng Hải", "thuc-pham")).toBe(foods.lingzhi)
    expect(ingredientFor("Chè xanh Quyết Thắng", "thuc-pham")).toBe(plants.tea)
    expect(ingredientFor("Bánh dẻo Lợi Phổ", "thuc-pham")).toBe(foods.biscuits)
  })

  it("does not take a place for an ingredient", () => {
    expect(ingredientFor("Gạo sạch Quế Lộc", "thuc-pham")).toBe(foods.rice)
    expect(ingredientFor("Heo đen gác bếp Trà Cang", "thuc-pham")).toBe(foods.meat)
    expect(ingredientFor("Rượu lúa rẫy Bắc Trà My", "do-uong")).toBe(foods.rice)
  })

  it("has something for every group", () => {
    expect(ingredientFor("Amê", "du-lich")).toBe(plants.leaves)
  })
})
