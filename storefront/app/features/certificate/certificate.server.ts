import { type z } from "zod"
import { certificateResponse } from "@ocop/backend/contracts/recognition"
import { backendGet, orNull } from "#app/lib/backend.server"

export type CheckedCertificate = z.output<typeof certificateResponse>["certificate"]

/** Null when no certificate of that number is in the register. */
export async function getCertificate(number: string): Promise<CheckedCertificate | null> {
  const path = `/store/certificates/${encodeURIComponent(number)}`
  const answer = await orNull(backendGet(path, certificateResponse))
  return answer && answer.certificate
}
