import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dayInVietnam } from "../../../contracts/calendar"
import { recognitionStatusOn } from "../../../contracts/recognition"
import { loadRegister } from "../../../lib/register-store"
import { OCOP_MODULE } from "../../../modules/ocop"
import { hasDecisionsOnOneDay, supersessions } from "../../../modules/ocop/register"
import type OcopModuleService from "../../../modules/ocop/service"

/**
 * Ends what a newer decision on the same product put out of force, so that a product has at most
 * one current recognition. Run after the links exist.
 */
export const supersedeOlderStep = createStep(
  "supersede-older",
  async (productIds: string[], { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const today = dayInVietnam()
    const register = await loadRegister(container, productIds)
    const updates = []
    const before = []
    const superseded: { id: string; product_id: string }[] = []
    for (const [product_id, history] of register) {
      if (hasDecisionsOnOneDay(history))
        throw new MedusaError(
          MedusaError.Types.DUPLICATE_ERROR,
          `Sản phẩm ${product_id} đã có một quyết định công nhận ký cùng ngày.`,
        )
      const ends = new Map(supersessions(history).map((end) => [end.id, end]))
      for (const row of history) {
        const end = ends.get(row.id)
        if (!end || end.superseded_by_id === row.superseded_by_id) continue
        const { id, status, superseded_on, superseded_by_id } = row
        before.push({ id, status, superseded_on, superseded_by_id })
        updates.push({ ...end, status: recognitionStatusOn({ ...row, ...end }, today) })
        superseded.push({ id, product_id })
      }
    }
    if (updates.length > 0) await ocop.updateRecognitions(updates)
    return new StepResponse(superseded, before)
  },
  async (before, { container }) => {
    if (!before?.length) return
    await container.resolve<OcopModuleService>(OCOP_MODULE).updateRecognitions(before)
  },
)
