import {
  type CancelTransfer,
  type CloseTransfer,
  type DraftTransfer,
  type EditTransfer,
  type ReceiveTransfer,
  type SendTransfer,
} from "../../contracts/stock-transfer"
import { stockCommand } from "./command"

/** A step of the transfer `transfer_id`. */
type StepOf<Command> = { transfer_id: string; command: Command }

export const draftTransferWorkflow = stockCommand(
  "draft-transfer",
  (stock, draft: DraftTransfer) => stock.draftTransfer(draft),
)

export const editTransferWorkflow = stockCommand(
  "edit-transfer",
  (stock, { transfer_id, command }: StepOf<EditTransfer>) =>
    stock.editTransfer(transfer_id, command),
)

export const sendTransferWorkflow = stockCommand(
  "send-transfer",
  (stock, { transfer_id, command }: StepOf<SendTransfer>) =>
    stock.sendTransfer(transfer_id, command),
)

export const receiveTransferWorkflow = stockCommand(
  "receive-transfer",
  (stock, { transfer_id, command }: StepOf<ReceiveTransfer>) =>
    stock.receiveTransfer(transfer_id, command),
)

export const closeTransferWorkflow = stockCommand(
  "close-transfer",
  (stock, { transfer_id, command }: StepOf<CloseTransfer>) =>
    stock.closeTransfer(transfer_id, command),
)

export const cancelTransferWorkflow = stockCommand(
  "cancel-transfer",
  (stock, { transfer_id, command }: StepOf<CancelTransfer>) =>
    stock.cancelTransfer(transfer_id, command),
)
