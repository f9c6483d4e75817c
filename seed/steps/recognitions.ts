/** The register's lines for the seed's products, and those that were taken away again. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { type Day } from "../../backend/src/contracts/calendar"
import { recordRecognitionsWorkflow } from "../../backend/src/workflows/ocop/record-recognitions"
import { revokeRecognitionWorkflow } from "../../backend/src/workflows/ocop/revoke-recognition"
import { products } from "../data"
import { registerLines } from "../register"
import { storedProducts } from "./catalogue"

/** Products that have a recognition already are left alone. Returns how many lines were new. */
export async function recordRecognitions(
  container: MedusaContainer,
  today: Day,
): Promise<number> {
  const known = await storedProducts(container)
  const lines = products.flatMap((product) => {
    const row = known.get(product.handle)
    if (!row || row.recognitions?.some((entry) => entry)) return []
    return registerLines(product, today).map((line) => ({ ...line, product_id: row.id }))
  })
  if (lines.length === 0) return 0
  const { result } = await recordRecognitionsWorkflow(container).run({
    input: {
      recognitions: lines.map(({ recognition, product_id }) => ({
        ...recognition,
        product_id,
      })),
    },
  })
  for (const [index, { revoked }] of lines.entries()) {
    const created = result[index]
    if (!revoked || !created) continue
    await revokeRecognitionWorkflow(container).run({
      input: { id: created.id, on: revoked.on, reason: revoked.reason },
    })
  }
  return lines.length
}
