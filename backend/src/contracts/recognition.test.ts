import { describe, expect, it } from "vitest"
import { expiryOf, isCurrent, recognitionStatusOn, type StatusFacts } from "./recognition"

const recognised: StatusFacts = {
  decision_date: "2020-02-04",
  expires_on: "2023-02-04",
  proposed: false,
  revoked_on: null,
  superseded_on: null,
}

describe("recognition", () => {
  it("is valid for 36 months: signed 4/2/2020, out on 4/2/2023", () =>
    expect(expiryOf("2020-02-04")).toBe("2023-02-04"))

  it("ends on the last day of a shorter month", () =>
    expect(expiryOf("2024-02-29")).toBe("2027-02-28"))

  it.each([
    ["2020-02-03", "draft"],
    ["2020-02-04", "valid"],
    ["2022-08-07", "valid"],
    ["2022-08-08", "expiring"],
    ["2023-02-03", "expiring"],
    ["2023-02-04", "expired"],
  ])("on %s is %s", (today, status) =>
    expect(recognitionStatusOn(recognised, today)).toBe(status),
  )

  it("is proposed before it is decided", () =>
    expect(
      recognitionStatusOn(
        { ...recognised, decision_date: null, expires_on: null, proposed: true },
        "2020-01-01",
      ),
    ).toBe("proposed"))

  it("is revoked from the day of the revocation, whatever came before", () => {
    const revoked = {
      ...recognised,
      superseded_on: "2021-05-01",
      revoked_on: "2021-06-01",
    }
    expect(recognitionStatusOn(revoked, "2021-05-31")).toBe("superseded")
    expect(recognitionStatusOn(revoked, "2021-06-01")).toBe("revoked")
  })

  it("carries the mark only while valid or expiring", () => {
    expect(["valid", "expiring"].every((status) => isCurrent(status as "valid"))).toBe(
      true,
    )
    expect(isCurrent("expired")).toBe(false)
    expect(isCurrent("revoked")).toBe(false)
    expect(isCurrent("superseded")).toBe(false)
  })
})
