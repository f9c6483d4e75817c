import { checkoutForm } from "@ocop/backend/contracts/checkout"
import { describe, expect, it } from "vitest"
import { errorsByField, typedValues } from "./checkout-form"

const typed = {
  name: "Người mua thử",
  phone: "12345",
  province: "48",
  commune: "20197",
  address: "thôn Trà Đóa, gần chợ",
}

describe("the checkout form", () => {
  it("keeps what was typed, unchanged, and knows no other field", () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...typed, total: "1" }))
      form.set(name, value)
    expect(typedValues(form)).toEqual({ ...typed, email: "", note: "" })
  })

  it("names the field that is wrong, once", () => {
    const parsed = checkoutForm.safeParse({ ...typed, email: "", note: "" })
    expect(errorsByField(parsed.error?.issues ?? [])).toEqual({
      phone: expect.stringContaining("Số điện thoại"),
    })
  })

  it("asks for everything a delivery needs", () => {
    const parsed = checkoutForm.safeParse({
      name: " ",
      phone: "",
      province: "",
      commune: "",
      address: "",
    })
    expect(Object.keys(errorsByField(parsed.error?.issues ?? [])).sort()).toEqual([
      "address",
      "commune",
      "name",
      "phone",
      "province",
    ])
  })
})
