import { expect, it } from "vitest"
import { bareName } from "@ocop/backend/contracts/place-name"
import { shortOrigin } from "./short-origin"

it.each([
  ["Huyện Tiên Phước", "Tiên Phước"],
  ["Thành phố Hội An", "Hội An"],
  ["Thị xã Điện Bàn", "Điện Bàn"],
  ["Thị trấn P Rao", "P Rao"],
  ["Xã Tư", "Tư"],
  ["phường Minh An", "Minh An"],
  ["Tiên Phước", "Tiên Phước"],
])("%s → %s", (full, bare) => {
  expect(bareName(full)).toBe(bare)
})

it("a short origin names what is known", () => {
  expect(shortOrigin("Xã Tiên Phong", "Huyện Tiên Phước")).toBe("Tiên Phong, Tiên Phước")
  expect(shortOrigin(null, "Huyện Tiên Phước")).toBe("Tiên Phước")
  expect(shortOrigin(null, null)).toBe("")
})
