/** The register of recognitions against its own rules and what it publishes. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { dayInVietnam } from "../../contracts/calendar"
import { isCurrent, recognitionStatusOn } from "../../contracts/recognition"
import { metadataPatch } from "../../modules/ocop/projection"
import { inChunks } from "../chunks"
import { projectionsOf } from "../projections"
import { listRecognitions, loadRegister } from "../register-store"
import { type Difference } from "./difference"

const CHUNK = 500

/** R1: one current recognition per product. R2: each in the state its facts give it. */
export async function recognitionDifferences(
  container: MedusaContainer,
): Promise<Difference[]> {
  const today = dayInVietnam()
  const differences: Difference[] = []
  for (const [product, history] of await loadRegister(container)) {
    const current = history.filter((row) => isCurrent(recognitionStatusOn(row, today)))
    if (current.length > 1)
      differences.push({
        invariant: "R1",
        subject: `product ${product}`,
        message: "Sản phẩm có nhiều giấy chứng nhận cùng còn hiệu lực.",
        details: { recognitions: current.map((row) => row.id) },
      })
  }
  for (const row of await listRecognitions(container)) {
    const expected = recognitionStatusOn(row, today)
    if (row.status !== expected)
      differences.push({
        invariant: "R2",
        subject: `recognition ${row.id}`,
        message: "Trạng thái ghi trong sổ khác trạng thái theo ngày.",
        details: { status: row.status, expected },
      })
  }
  return differences
}

/** R3: `product.metadata` says what the register says today, on every product. */
export async function projectionDifferences(
  container: MedusaContainer,
): Promise<Difference[]> {
  const today = dayInVietnam()
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { select: ["id"], take: null })
  const differences: Difference[] = []
  const ids = products.map((product) => product.id)
  for (const chunk of inChunks(ids, CHUNK))
    for (const { id, metadata, wanted } of await projectionsOf(container, today, chunk)) {
      const patch = metadataPatch(metadata, wanted)
      if (patch)
        differences.push({
          invariant: "R3",
          subject: `product ${id}`,
          message: "Thông tin công bố khác sổ công nhận.",
          details: { missing: patch },
        })
    }
  return differences
}
