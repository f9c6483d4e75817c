/** Looking up an order by code and telephone number, which is all a guest has. */
import {
  orderLookupRequest,
  orderLookupResponse,
  type OrderView,
} from "@ocop/backend/contracts/order-lookup"
import { backendPost, BackendError } from "#app/lib/backend.server"
import { tooMany } from "#app/lib/http.server"

/** @throws BackendError 404 for a wrong code and for a wrong number alike. */
export async function lookUpOrder(
  request: { code: string; phone: string },
  clientIp: string,
): Promise<OrderView> {
  const { order } = await backendPost(
    "/store/orders/lookup",
    request,
    orderLookupResponse,
    { clientIp },
  )
  return order
}

export type LookupValues = { code: string; phone: string }
export type LookupErrors = Partial<Record<keyof LookupValues, string>>
export type LookupAnswer =
  | { found: true; order: OrderView }
  | {
      found: false
      values: LookupValues
      errors: LookupErrors
      problem: string | null
    }

const NOT_FOUND =
  "Không tìm thấy đơn hàng với mã và số điện thoại này. Hãy kiểm tra lại cả hai."
const OUTAGE = "Hệ thống đang gián đoạn, chưa tra cứu được. Hãy thử lại sau ít phút."

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === "string" ? value.slice(0, 100) : ""
}

/** @returns the page's data with its status: 200, 404, 422 or 503. @throws the 429 page. */
export async function submitLookup(
  form: FormData,
  clientIp: string,
): Promise<{ status: number; answer: LookupAnswer }> {
  const values = { code: text(form, "code"), phone: text(form, "phone") }
  const failed = (
    status: number,
    errors: LookupErrors,
    problem: string | null = null,
  ) => ({ status, answer: { found: false as const, values, errors, problem } })

  const parsed = orderLookupRequest.safeParse(values)
  if (!parsed.success) {
    const errors: LookupErrors = {}
    for (const { path, message } of parsed.error.issues)
      if (path[0] === "code" || path[0] === "phone") errors[path[0]] ??= message
    return failed(422, errors)
  }
  try {
    const order = await lookUpOrder(parsed.data, clientIp)
    return { status: 200, answer: { found: true, order } }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error
    if (error.status === 429)
      throw tooMany(error.retryAfter ?? 60, {
        message: "Bạn đã tra cứu quá nhiều lần. Hãy đợi một lát rồi thử lại.",
      })
    return error.isOutage ? failed(503, {}, OUTAGE) : failed(404, {}, NOT_FOUND)
  }
}
