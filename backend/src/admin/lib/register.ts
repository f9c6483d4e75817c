/** The admin's way to the register. */
import { type RecognitionStatus } from "../../contracts/recognition"
import { registerResponse, type RegisterResponse } from "../../contracts/register"
import { sdk } from "./sdk"

export type RegisterFilter = {
  status?: RecognitionStatus
  product_id?: string
  q?: string
  limit: number
  offset: number
}

/** @throws FetchError with the backend's Vietnamese message. */
export async function fetchRegister(filter: RegisterFilter): Promise<RegisterResponse> {
  const query = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  )
  return registerResponse.parse(await sdk.client.fetch("/admin/recognitions", { query }))
}
