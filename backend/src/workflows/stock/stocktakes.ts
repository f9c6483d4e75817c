import {
  type EndStocktake,
  type RecordCounts,
  type StartStocktake,
} from "../../contracts/stocktake"
import { stockCommand } from "./command"

/** A step of the stocktake `stocktake_id`. */
type StepOf<Command> = { stocktake_id: string; command: Command }

export const startStocktakeWorkflow = stockCommand(
  "start-stocktake",
  (stock, start: StartStocktake) => stock.startStocktake(start),
)

export const recordCountsWorkflow = stockCommand(
  "record-counts",
  (stock, { stocktake_id, command }: StepOf<RecordCounts>) =>
    stock.recordCounts(stocktake_id, command),
)

export const approveStocktakeWorkflow = stockCommand(
  "approve-stocktake",
  (stock, { stocktake_id, command }: StepOf<EndStocktake>) =>
    stock.approveStocktake(stocktake_id, command),
)

export const cancelStocktakeWorkflow = stockCommand(
  "cancel-stocktake",
  (stock, { stocktake_id, command }: StepOf<EndStocktake>) =>
    stock.cancelStocktake(stocktake_id, command),
)
