import { type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type stockDocumentResponse } from "../contracts/stock"
import { type Posted } from "../modules/inventory/ledger/documents"

export type StockResponse = MedusaResponse<z.output<typeof stockDocumentResponse>>

/** 201 when the command was carried out, 200 when it had been carried out before. */
export const answerPosted = (res: StockResponse, document: Posted): void => {
  res.status(document.replayed ? 200 : 201).json({ document })
}
