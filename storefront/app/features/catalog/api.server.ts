/** JSON answers of the public API: the result, or an error with a code and a Vietnamese message. */
import { type ApiError } from "@ocop/backend/contracts/errors"
import { BackendError } from "#app/lib/backend.server"

const CACHE = "public, max-age=5, s-maxage=5"

export async function answerJson(make: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await make(), { headers: { "Cache-Control": CACHE } })
  } catch (error) {
    if (!(error instanceof BackendError)) throw error
    const body: ApiError = {
      code: "search_unavailable",
      message: "Chưa tìm kiếm được lúc này. Vui lòng thử lại sau ít phút.",
    }
    return Response.json(body, {
      status: 503,
      headers: { "Cache-Control": "no-store", "Retry-After": "10" },
    })
  }
}
