import { describe, expect, it } from "vitest"
import { otherReadings } from "./readings"
import { decodeTyping } from "./typing"

describe("decodeTyping", () => {
  it.each([
    ["nuoc71 mam81", "nuoc mam"],
    ["daauf mef", "dau me"],
    ["bichs hoaj", "bich hoa"],
    ["maatj ong", "mat ong"],
    ["dduwowngf", "duong"],
    ["nuowcs mawms", "nuoc mam"],
    ["ruwowuj", "ruou"],
    ["tieeu", "tieu"],
    ["d9en6 long2", "den long"],
  ])("%s → %s", (typed, meant) => {
    expect(decodeTyping(typed)).toBe(meant)
  })

  it.each(["nuoc mam", "nước mắm", "", "iphone 15", "wifi", "123456", "<script>", "😀"])(
    "leaves %j alone",
    (typed) => {
      expect(decodeTyping(typed)).toBeNull()
    },
  )
})

describe("otherReadings", () => {
  it("drops a word only where enough are left", () => {
    expect(otherReadings("máy giặt")).toEqual([])
    expect(otherReadings("thịt heo rừng")).toEqual(["thịt heo", "heo rừng"])
  })

  it("takes keys for accents before it drops anything", () => {
    expect(otherReadings("daauf mef ddeen")[0]).toBe("dau me den")
  })
})
