import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type OcopModuleService from "../../modules/ocop/service"
import { parseInput } from "../parse-input"
import { quotedFigureInput, type QuotedFigureInput } from "./inputs"

const importQuotedFiguresStep = createStep(
  "import-quoted-figures",
  async (input: QuotedFigureInput[], { container }) => {
    const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
    const figures = parseInput(quotedFigureInput.array(), input)
    const known = new Set(
      (await ocop.listQuotedFigures({}, { take: null })).map((row) => row.key),
    )
    const created = await ocop.createQuotedFigures(
      figures
        .map((figure, rank) => ({ ...figure, rank }))
        .filter((figure) => !known.has(figure.key)),
    )
    const ids = created.map((row) => row.id)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<OcopModuleService>(OCOP_MODULE).deleteQuotedFigures(ids)
  },
)

/** Keeps figures as they were published, in the order given; keys already known stay as they are. */
export const importQuotedFiguresWorkflow = createWorkflow(
  "import-quoted-figures",
  (input: WorkflowData<{ figures: QuotedFigureInput[] }>) => {
    return new WorkflowResponse(importQuotedFiguresStep(input.figures))
  },
)
