import { MedusaError } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dayInVietnam, formatDay, type Day } from "../../../contracts/calendar"
import { recognitionStatusOn } from "../../../contracts/recognition"
import { recognitionLinksOf, type RecognitionRow } from "../../../lib/register-store"
import { OCOP_MODULE } from "../../../modules/ocop"
import { refuseProposal, refuseRevocation } from "../../../modules/ocop/register"
import type OcopModuleService from "../../../modules/ocop/service"
import { parseInput } from "../../parse-input"
import {
  proposeStars,
  revokeRecognition,
  type ProposeStarsInput,
  type RevokeRecognitionInput,
} from "../inputs"

type Change = Partial<
  Pick<RecognitionRow, "revoked_on" | "revoked_reason" | "proposed_stars" | "proposed_on">
>

const refuse = (message: string | null): void => {
  if (message !== null) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

async function retrieve(container: MedusaContainer, id: string): Promise<RecognitionRow> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const [row] = await ocop.listRecognitions({ id }, { take: 1 })
  if (!row)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Không có công nhận ${id} trong sổ.`,
    )
  return row
}

async function productOf(container: MedusaContainer, id: string): Promise<string> {
  const [link] = await recognitionLinksOf(container, { recognition_id: [id] })
  if (!link)
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Công nhận ${id} không gắn với sản phẩm nào.`,
    )
  return link.product_id
}

/** A change takes effect on a day between the decision and today: no back- or forward-dating. */
function assertDay(row: RecognitionRow, on: Day, today: Day): void {
  if (row.decision_date !== null && on >= row.decision_date && on <= today) return
  refuse(`Ngày ${formatDay(on)} không hợp lệ: phải từ ngày ký quyết định đến hôm nay.`)
}

/** Writes the change with the status that follows from it; the former values undo it. */
async function apply(container: MedusaContainer, row: RecognitionRow, change: Change) {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const { id, status } = row
  const before = {
    id,
    status,
    revoked_on: row.revoked_on,
    revoked_reason: row.revoked_reason,
    proposed_stars: row.proposed_stars,
    proposed_on: row.proposed_on,
  }
  const after = recognitionStatusOn({ ...row, ...change }, dayInVietnam())
  await ocop.updateRecognitions({ id, ...change, status: after })
  const product_id = await productOf(container, id)
  return { changed: { id, product_id }, before }
}

type Before = Change & { id: string; status: RecognitionRow["status"] }

async function undo(before: Before | undefined, container: MedusaContainer) {
  if (!before) return
  await container.resolve<OcopModuleService>(OCOP_MODULE).updateRecognitions(before)
}

export const revokeRecognitionStep = createStep(
  "revoke-recognition",
  async (input: RevokeRecognitionInput, { container }) => {
    const { id, on, reason } = parseInput(revokeRecognition, input)
    const row = await retrieve(container, id)
    refuse(refuseRevocation(recognitionStatusOn(row, on)))
    assertDay(row, on, dayInVietnam())
    const { changed, before } = await apply(container, row, {
      revoked_on: on,
      revoked_reason: reason,
    })
    return new StepResponse(changed, before)
  },
  (before, { container }) => undo(before, container),
)

export const proposeStarsStep = createStep(
  "propose-stars",
  async (input: ProposeStarsInput, { container }) => {
    const { id, stars, on } = parseInput(proposeStars, input)
    const row = await retrieve(container, id)
    refuse(refuseProposal(recognitionStatusOn(row, on), row.stars, stars))
    assertDay(row, on, dayInVietnam())
    const { changed, before } = await apply(container, row, {
      proposed_stars: stars,
      proposed_on: stars === null ? null : on,
    })
    return new StepResponse(changed, before)
  },
  (before, { container }) => undo(before, container),
)
