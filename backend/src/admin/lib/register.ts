/** The admin's way to the register: same origin, the session's cookie. */
import { type RecognitionStatus } from "../../contracts/recognition"
import { registerResponse, type RegisterResponse } from "../../contracts/register"

export type RegisterFilter = {
  status?: RecognitionStatus
  product_id?: string
  q?: string
  limit: number
  offset: number
}

const messageOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "message" in body
    ? String(body.message)
    : "Hệ thống gặp lỗi. Hãy thử lại sau."

/** @throws Error with the backend's Vietnamese message. */
export async function fetchRegister(filter: RegisterFilter): Promise<RegisterResponse> {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== "") params.set(name, String(value))
  const response = await fetch(`/admin/recognitions?${params}`, {
    credentials: "include",
  })
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(messageOf(body))
  return registerResponse.parse(body)
}
