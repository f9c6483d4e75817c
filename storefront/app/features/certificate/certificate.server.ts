import { type z } from "zod"
import { certificateResponse } from "@ocop/backend/contracts/recognition"
import { BackendError, backendGet } from "#app/lib/backend.server"

export type CheckedCertificate = z.output<typeof certificateResponse>["certificate"]

/** Null when no certificate of that number is in the register. */
export async function getCertificate(number: string): Promise<CheckedCertificate | null> {
  try {
    const path = `/store/certificates/${encodeURIComponent(number)}`
    return (await backendGet(path, certificateResponse)).certificate
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null
    throw error
  }
}
