/** What the thrower of an error page may add to the usual words of its status. */
export type ErrorDetail = { title?: string; message?: string; retryAfter?: number }

/** Reads the body of a thrown response; anything unknown is left out. */
export function errorDetail(body: unknown): ErrorDetail {
  if (typeof body !== "object" || body === null) return {}
  const detail: ErrorDetail = {}
  if ("title" in body && typeof body.title === "string") detail.title = body.title
  if ("message" in body && typeof body.message === "string") detail.message = body.message
  if ("retryAfter" in body && typeof body.retryAfter === "number")
    detail.retryAfter = body.retryAfter
  return detail
}
