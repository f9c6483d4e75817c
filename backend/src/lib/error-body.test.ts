import { describe, expect, it } from "vitest"
import { ApiFailure } from "./api-failure"
import { errorAnswer, isOutage } from "./error-body"

const core = (statusCode: number, body: object) => ({ statusCode, body })

describe("errorAnswer", () => {
  it("gives our own refusals as they are", () => {
    const failure = new ApiFailure(422, "invalid_input", "Số lượng sai.", {
      quantity: "x",
    })
    expect(errorAnswer(failure, core(400, {}), false)).toEqual({
      status: 422,
      headers: {},
      body: {
        code: "invalid_input",
        message: "Số lượng sai.",
        details: { quantity: "x" },
      },
    })
  })

  it("puts the framework's words into Vietnamese and keeps its code", () => {
    const { status, body } = errorAnswer(
      new Error("x"),
      core(400, {
        code: "insufficient_inventory",
        type: "not_allowed",
        message: "Some variant does not have the required inventory",
      }),
      false,
    )
    expect(status).toBe(400)
    expect(body.code).toBe("insufficient_inventory")
    expect(body.message).toBe("Không còn đủ hàng cho số lượng này.")
  })

  it("tells missing stock at the last step by the inventory module's words", () => {
    const { body } = errorAnswer(
      new Error("x"),
      core(400, {
        type: "not_allowed",
        message: "Not enough stock available for item iitem_1 at location sloc_1",
      }),
      false,
    )
    expect(body.code).toBe("insufficient_inventory")
    expect(body.message).toBe("Không còn đủ hàng cho số lượng này.")
  })

  it("answers 422 where a workflow refused what the visitor sent", () => {
    const { status, body } = errorAnswer(
      new Error("x"),
      core(400, {
        code: "counter_only",
        type: "not_allowed",
        message: "Chỉ bán tại quầy.",
      }),
      false,
    )
    expect(status).toBe(422)
    expect(body.message).toBe("Chỉ bán tại quầy.")
  })

  it("tells staff the framework's own words too", () => {
    const { body } = errorAnswer(
      new Error("x"),
      core(400, { type: "invalid_data", message: "Field 'title' is required" }),
      true,
    )
    expect(body.message).toBe("Dữ liệu không hợp lệ. (Field 'title' is required)")
  })

  it("keeps what is Vietnamese already", () => {
    const { body } = errorAnswer(
      new Error("x"),
      core(400, { type: "not_allowed", message: "Chỉ thu hồi được giấy còn hiệu lực." }),
      false,
    )
    expect(body.message).toBe("Chỉ thu hồi được giấy còn hiệu lực.")
  })

  it("never tells the inside of an internal error", () => {
    const { body } = errorAnswer(
      new Error("relation secret_table does not exist"),
      core(500, { code: "api_error", message: "relation secret_table does not exist" }),
      true,
    )
    expect(body.message).not.toContain("secret_table")
  })

  it("answers 503 with Retry-After while the database is away", () => {
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" })
    const answer = errorAnswer(away, core(500, {}), false)
    expect(answer.status).toBe(503)
    expect(answer.headers["Retry-After"]).toBe("5")
  })
})

describe("isOutage", () => {
  it("looks through wrapped errors", () => {
    const inner = Object.assign(new Error("terminated"), { code: "57P01" })
    expect(isOutage(new Error("query failed", { cause: inner }))).toBe(true)
    expect(isOutage(new Error("syntax error"))).toBe(false)
  })
})
