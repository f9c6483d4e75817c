import { expect, it } from "vitest"
import { compactForm } from "./compact-form"

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

it("leaves out what is empty or default and joins what repeats", () => {
  expect(
    compactForm(
      form(
        ["q", ""],
        ["nhom", ""],
        ["sao", "3"],
        ["sao", "4"],
        ["gia-tu", " 50000 "],
        ["sap-xep", "phu-hop"],
      ),
    ),
  ).toBe("sao=3,4&gia-tu=50000")
})

it("encodes Vietnamese", () => {
  expect(compactForm(form(["q", "nước mắm & muối"]))).toBe(
    "q=n%C6%B0%E1%BB%9Bc%20m%E1%BA%AFm%20%26%20mu%E1%BB%91i",
  )
})
