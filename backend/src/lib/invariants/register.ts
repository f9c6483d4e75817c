/** The register of recognitions against its own rules and what it publishes. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { dayInVietnam } from "../../contracts/calendar"
import { isCurrent, recognitionStatusOn } from "../../contracts/recognition"
import { metadataPatch } from "../../modules/ocop/projection"
import { inChunks } from "../chunks"
import { projectionsOf } from "../projections"
import { listRecognitions, loadRegister } from "../register-store"
import { type Sighting } from "./lasting"

const CHUNK = 500

/** R1: one current recognition per product. R2: each in the state its facts give it. */
export async function recognitionSightings(
  container: MedusaContainer,
): Promise<Sighting[]> {
  const today = dayInVietnam()
  const sightings: Sighting[] = []
  for (const [product, history] of await loadRegister(container)) {
    const current = history.filter((row) => isCurrent(recognitionStatusOn(row, today)))
    if (current.length > 1)
      sightings.push({
        invariant: "R1",
        kind: "recognition-twice",
        certainty: "doubtful",
        subject: `product ${product}`,
        message: "Sản phẩm có nhiều giấy chứng nhận cùng còn hiệu lực.",
        size: current.length - 1,
        mend: "Thu hồi giấy chứng nhận cũ hoặc nhập nhầm (trang Sổ công nhận, POST /admin/recognitions/:id/revoke).",
        details: { recognitions: current.map((row) => row.id) },
      })
  }
  for (const row of await listRecognitions(container)) {
    const expected = recognitionStatusOn(row, today)
    if (row.status !== expected)
      sightings.push({
        invariant: "R2",
        kind: "recognition-status",
        certainty: "doubtful",
        subject: `recognition ${row.id}`,
        message: "Trạng thái ghi trong sổ khác trạng thái theo ngày.",
        size: 1,
        mend: "Việc nền refresh-recognitions cập nhật mười phút một lần: xem backend có đang chạy không, rồi chạy lại npm run reconcile.",
        details: { status: row.status, expected },
      })
  }
  return sightings
}

/** R3: `product.metadata` says what the register says today, on every product. */
export async function projectionSightings(
  container: MedusaContainer,
): Promise<Sighting[]> {
  const today = dayInVietnam()
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { select: ["id"], take: null })
  const sightings: Sighting[] = []
  const ids = products.map((product) => product.id)
  for (const chunk of inChunks(ids, CHUNK))
    for (const { id, metadata, wanted } of await projectionsOf(container, today, chunk)) {
      const patch = metadataPatch(metadata, wanted)
      if (patch)
        sightings.push({
          invariant: "R3",
          kind: "published-recognition",
          certainty: "doubtful",
          subject: `product ${id}`,
          message: "Thông tin công bố khác sổ công nhận.",
          size: Object.keys(patch).length,
          mend: "Khởi động lại backend: sổ công nhận được công bố lại lúc khởi động; rồi chạy lại npm run reconcile.",
          details: { missing: patch },
        })
    }
  return sightings
}
