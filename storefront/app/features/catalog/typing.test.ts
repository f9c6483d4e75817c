import { describe, expect, it } from "vitest"
import { decodeTyping } from "./typing"

describe("decodeTyping", () => {
  it.each([
    ["nuoc71 mam81", "nước mắm"],
    ["nuwowcs mawms", "nước mắm"],
    ["nuowcs mawms", "nước mắm"],
    ["NUOWCS MAWMS", "nước mắm"],
    ["nuocws mamws", "nước mắm"],
    ["daauf mef", "dầu mè"],
    ["bichs hoaj", "bích họa"],
    ["maatj ong", "mật ong"],
    ["dduwowngf", "đường"],
    ["dduongwf", "đường"],
    ["ruwowuj", "rượu"],
    ["ruou75", "rượu"],
    ["tieeu", "tiêu"],
    ["tieesng", "tiếng"],
    ["d9en2 long62", "đèn lồng"],
    ["ddenf loongf", "đèn lồng"],
    ["banhs trangs", "bánh tráng"],
    ["hoawcj", "hoặc"],
    ["muwaf", "mừa"],
    ["quees sown", "quế sơn"],
    ["que61 son7", "quế sơn"],
    ["thuyr", "thủy"],
    ["cas ngwf 1kg", null],
    ["traf 52", "trà 52"],
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
