import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type certificateResponse } from "../../../../contracts/recognition"
import { notFound } from "../../../../lib/api-failure"
import { findCertificate } from "../../../../lib/certificates"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof certificateResponse>>,
): Promise<void> {
  const certificate = await findCertificate(req.scope, req.params.number ?? "")
  if (!certificate)
    throw notFound("Không có giấy chứng nhận OCOP nào mang số này trong sổ công nhận.")
  res.json({ certificate })
}
