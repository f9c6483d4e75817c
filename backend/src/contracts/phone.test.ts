import { describe, expect, it } from "vitest"
import { parsePhone, phone, PHONE_MESSAGE } from "./phone"

describe("phone", () => {
  it.each([
    ["0905123456", "0905123456"],
    ["0905 123 456", "0905123456"],
    ["+84 905-123.456", "0905123456"],
    ["84905123456", "0905123456"],
    ["(0235) 3 812 345", "02353812345"],
  ])("reads %s", (input, expected) => expect(parsePhone(input)).toBe(expected))

  it.each([
    "",
    "12345",
    "0165123456",
    "01651234567",
    "09051234567",
    "+1 555 123 4567",
    "abc",
  ])("refuses %j", (input) => expect(parsePhone(input)).toBeNull())

  it("says what is wrong in Vietnamese", () => {
    expect(phone.safeParse("12345").error?.issues[0]?.message).toBe(PHONE_MESSAGE)
    expect(phone.safeParse("").error?.issues[0]?.message).toBe("Hãy nhập số điện thoại.")
  })
})
