import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import { REGIMES } from "../../modules/ocop/regimes"
import type OcopModuleService from "../../modules/ocop/service"

const importRegimesStep = createStep(
  "import-regimes",
  async (_: Record<string, never>, { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const known = new Set(
      (await ocop.listRegimes({}, { take: null })).map((regime) => regime.code),
    )
    const missing = REGIMES.filter((regime) => !known.has(regime.rule.code))
    const regimes = await ocop.createRegimes(missing.map((regime) => regime.rule))
    const groups = await ocop.createProductGroups(
      missing.flatMap((regime) =>
        regime.groups.map((group, rank) => ({
          ...group,
          regime_code: regime.rule.code,
          rank,
        })),
      ),
    )
    const created = {
      regimes: regimes.map((row) => row.id),
      groups: groups.map((row) => row.id),
    }
    return new StepResponse(created, created)
  },
  async (created, { container }) => {
    if (!created) return
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    await ocop.deleteProductGroups(created.groups)
    await ocop.deleteRegimes(created.regimes)
  },
)

/** Enters the programme's rule sets and legal groups that are not there yet. Idempotent. */
export const importRegimesWorkflow = createWorkflow("import-regimes", () => {
  return new WorkflowResponse(importRegimesStep({}))
})
