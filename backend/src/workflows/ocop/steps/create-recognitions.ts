import { MedusaError, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dayInVietnam } from "../../../contracts/calendar"
import { expiryOf, recognitionStatusOn } from "../../../contracts/recognition"
import { inChunks } from "../../../lib/chunks"
import { OCOP_MODULE } from "../../../modules/ocop"
import type OcopModuleService from "../../../modules/ocop/service"
import { type RecordRecognition } from "../inputs"

const CHUNK = 200

/** Every product, regime and legal group named must exist; says which does not. */
async function assertReferences(
  rows: readonly RecordRecognition[],
  container: MedusaContainer,
): Promise<void> {
  const products = container.resolve(Modules.PRODUCT)
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const productIds = [...new Set(rows.map((row) => row.product_id))]
  const found = await products.listProducts(
    { id: productIds },
    { select: ["id"], take: productIds.length },
  )
  const known = new Set(found.map((product) => product.id))
  const groups = await ocop.listProductGroups({}, { take: null })
  const groupKeys = new Set(groups.map((group) => `${group.regime_code} ${group.code}`))
  for (const { product_id, recognition } of rows) {
    const { regime_code, group_code } = recognition
    if (!known.has(product_id))
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Không có sản phẩm ${product_id}.`,
      )
    if (!groupKeys.has(`${regime_code} ${group_code}`))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Bộ quy định ${regime_code} không có nhóm ${group_code}.`,
      )
  }
}

/** A number is unique per issuer; said here in words, guarded by an index below. */
async function assertNewNumbers(
  rows: readonly RecordRecognition[],
  ocop: OcopModuleService,
): Promise<void> {
  const seen = new Set<string>()
  const numbers = rows.flatMap(({ recognition }) => recognition.certificate_number ?? [])
  for (const row of await ocop.listRecognitions(
    { certificate_number: numbers },
    { select: ["issuer", "certificate_number"], take: null },
  ))
    seen.add(`${row.issuer} ${row.certificate_number}`)
  for (const { recognition } of rows) {
    const { issuer, certificate_number } = recognition
    if (certificate_number === null) continue
    const key = `${issuer} ${certificate_number}`
    if (seen.has(key))
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `Số giấy chứng nhận ${certificate_number} của ${issuer} đã có trong sổ.`,
      )
    seen.add(key)
  }
}

export const createRecognitionsStep = createStep(
  "create-recognitions",
  async (rows: RecordRecognition[], { container }) => {
    await assertReferences(rows, container)
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    await assertNewNumbers(rows, ocop)
    const today = dayInVietnam()
    const created: { id: string; product_id: string }[] = []
    try {
      for (const chunk of inChunks(rows, CHUNK)) {
        const data = chunk.map(({ recognition: row }) => {
          const expires_on =
            row.decision_date === null
              ? null
              : (row.expires_on ?? expiryOf(row.decision_date))
          const facts = { ...row, expires_on, revoked_on: null, superseded_on: null }
          return { ...facts, status: recognitionStatusOn(facts, today) }
        })
        const recognitions = await ocop.createRecognitions(data)
        recognitions.forEach((recognition, index) => {
          const product_id = chunk[index]?.product_id
          if (product_id) created.push({ id: recognition.id, product_id })
        })
      }
    } catch (error) {
      // A failed step is not compensated by the engine: take back the chunks already written.
      await ocop.deleteRecognitions(created.map((row) => row.id))
      throw error
    }
    return new StepResponse(
      created,
      created.map((row) => row.id),
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<OcopModuleService>(OCOP_MODULE).deleteRecognitions(ids)
  },
)
