import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"
import { type productStatusResponse } from "../../../../contracts/figures"
import { recognitionLinksOf } from "../../../../lib/register-store"

type Status = z.output<typeof productStatusResponse>

/** Tells a product that was withdrawn (410) from one that never was (404). */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<Status>,
): Promise<void> {
  res.json({ status: await statusOf(req) })
}

async function statusOf(req: MedusaRequest): Promise<Status["status"]> {
  const products = await req.scope
    .resolve(Modules.PRODUCT)
    .listProducts(
      { handle: req.params.handle },
      { select: ["id", "status", "deleted_at"], withDeleted: true },
    )
  const alive = products.find((product) => !product.deleted_at)
  if (!alive) return products.length > 0 ? "gone" : "unknown"
  if (alive.status === ProductStatus.PUBLISHED) return "live"
  const links = await recognitionLinksOf(req.scope, { product_id: [alive.id] })
  return links.length > 0 ? "gone" : "unknown"
}
