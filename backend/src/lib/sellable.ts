import { type MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const reasonOf = z.object({ counter_only_reason: z.string().min(1) })

/** Refuses goods that may be handed over at a counter only (alcohol: no cash on delivery). */
export async function assertSoldOnline(
  container: MedusaContainer,
  variantIds: (string | null | undefined)[],
): Promise<void> {
  const ids = [...new Set(variantIds)].filter((id) => typeof id === "string")
  if (ids.length === 0) return
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants(
      { id: ids },
      { select: ["id"], relations: ["product"], take: ids.length },
    )
  for (const { product } of variants) {
    const reason = reasonOf.safeParse(product?.metadata)
    if (reason.success)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        reason.data.counter_only_reason,
        "counter_only",
      )
  }
}
