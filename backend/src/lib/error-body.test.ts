import { describe, expect, it } from "vitest"
import { ApiFailure, busy } from "./api-failure"
import { errorAnswer, isOutage, thrown } from "./error-body"

/** What a workflow hands on of an error: a plain object with everything that was in it. */
const outOfWorkflow = (error: Error): unknown =>
  JSON.parse(JSON.stringify({ message: error.message, name: error.name, ...error }))

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
    expect(status).toBe(409)
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

  it("gives a refusal that came out of a workflow as whole as any other", () => {
    const failure = new ApiFailure(
      409,
      "lot_expired",
      "Dòng 2: lô L1 đã hết hạn.",
      { line: 1 },
      { "Retry-After": "9" },
    )
    const plain = outOfWorkflow(failure)
    expect(plain).not.toBeInstanceOf(Error)
    expect(errorAnswer(plain, core(400, {}), false)).toEqual(
      errorAnswer(failure, core(400, {}), false),
    )
  })

  it.each([
    ["insufficient_inventory", 409],
    ["lot_expired", 409],
    ["lot_recalled", 409],
    ["stock_reserved", 409],
    ["shelf_exists", 409],
    ["shelf_not_empty", 409],
    ["document_conflict", 409],
    ["order_changed", 409],
    ["promotion_exhausted", 409],
    ["invalid_input", 422],
    ["not_stocked_here", 422],
    ["lot_not_at_point", 422],
    ["expired_on_receipt", 422],
    ["unknown_location", 404],
    ["unknown_item", 404],
    ["unknown_lot", 404],
    ["busy", 503],
  ])("knows %s by its code alone: %i", (code, expected) => {
    const answer = errorAnswer(
      new Error("x"),
      core(400, { code, type: "not_allowed", message: "refused" }),
      false,
    )
    expect(answer.status).toBe(expected)
    expect(answer.body.code).toBe(code)
    expect(answer.body.message).toMatch(/[à-ỹđ]/i)
    expect(answer.headers["Retry-After"] !== undefined).toBe(code === "busy")
  })

  it.each([
    "Promotion usage exceeds the limit.",
    "Promotion usage exceeds the budget limit.",
  ])(
    "tells a promotion that is used up by the promotion module's words: %s",
    (message) => {
      const { status, body } = errorAnswer(
        new Error("x"),
        core(400, { type: "not_allowed", message }),
        false,
      )
      expect(status).toBe(409)
      expect(body).toMatchObject({
        code: "promotion_exhausted",
        message: "Mã khuyến mãi đã hết lượt dùng.",
      })
    },
  )

  it.each(["55P03", "40P01"])("asks to come back when the database says %s", (code) => {
    const error = Object.assign(new Error("canceling statement"), { code })
    for (const each of [error, outOfWorkflow(error), new Error("x", { cause: error })]) {
      const { status, headers, body } = errorAnswer(each, core(500, {}), false)
      expect(status).toBe(503)
      expect(body.code).toBe("busy")
      expect(Number(headers["Retry-After"])).toBeGreaterThan(0)
    }
  })

  it("keeps the words of a busy place", () => {
    const { body, headers } = errorAnswer(busy("Đợi.", 9), core(400, {}), false)
    expect(body.message).toBe("Đợi.")
    expect(headers["Retry-After"]).toBe("9")
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

  it("answers 503 where a connection broke in the middle of a transaction", () => {
    const broken = new Error(
      "ROLLBACK - Client has encountered a connection error and is not queryable",
    )
    expect(errorAnswer(broken, core(500, {}), false)).toMatchObject({
      status: 503,
      headers: { "Retry-After": expect.any(String) },
    })
  })
})

describe("thrown", () => {
  it("finds the error in a list of failed steps, and leaves others alone", () => {
    const error = new Error("x")
    const step = { action: "reserve", handlerType: "invoke", error }
    for (const each of [error, step, [step], [{ ...step, error: [step] }]])
      expect(thrown(each)).toBe(error)
    expect(thrown([])).toEqual([])
    expect(thrown(undefined)).toBeUndefined()
  })
})

describe("isOutage", () => {
  it("looks through wrapped errors", () => {
    const inner = Object.assign(new Error("terminated"), { code: "57P01" })
    expect(isOutage(new Error("query failed", { cause: inner }))).toBe(true)
    expect(isOutage(outOfWorkflow(inner))).toBe(true)
    expect(isOutage(new Error("syntax error"))).toBe(false)
    expect(isOutage(undefined)).toBe(false)
  })
})
