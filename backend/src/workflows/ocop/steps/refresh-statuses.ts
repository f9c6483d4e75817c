import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dayInVietnam } from "../../../contracts/calendar"
import {
  recognitionStatusOn,
  type RecognitionStatus,
} from "../../../contracts/recognition"
import { inChunks } from "../../../lib/chunks"
import { listRecognitions, recognitionLinksOf } from "../../../lib/register-store"
import { OCOP_MODULE } from "../../../modules/ocop"
import type OcopModuleService from "../../../modules/ocop/service"

const CHUNK = 500

export type StatusChange = {
  id: string
  product_id: string | null
  from: RecognitionStatus
  to: RecognitionStatus
}

/** Moves each recognition to the state its facts give it today; returns what moved. */
export const refreshStatusesStep = createStep(
  "refresh-statuses",
  async (_: Record<string, never>, { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const today = dayInVietnam()
    const rows = await listRecognitions(container)
    const moved = rows.flatMap((row) => {
      const to = recognitionStatusOn(row, today)
      return to === row.status ? [] : [{ id: row.id, from: row.status, to }]
    })
    for (const chunk of inChunks(moved, CHUNK))
      await ocop.updateRecognitions(chunk.map(({ id, to }) => ({ id, status: to })))
    const links = moved.length
      ? await recognitionLinksOf(container, { recognition_id: moved.map(({ id }) => id) })
      : []
    const productOf = new Map(links.map((link) => [link.recognition_id, link.product_id]))
    const changes: StatusChange[] = moved.map((change) => ({
      ...change,
      product_id: productOf.get(change.id) ?? null,
    }))
    return new StepResponse(changes, moved)
  },
  async (moved, { container }) => {
    if (!moved?.length) return
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    await ocop.updateRecognitions(moved.map(({ id, from }) => ({ id, status: from })))
  },
)
