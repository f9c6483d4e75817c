import { type StockDocument } from "../../contracts/stock"
import { type Correction } from "../../contracts/stock-books"
import { stockCommand } from "./command"

/** Receipt, sale, transfer at one go, count, adjustment, disposal, returns, baskets. */
export const postStockDocumentWorkflow = stockCommand(
  "post-stock-document",
  (stock, document: StockDocument) => stock.postStockDocument(document),
)

export const correctStockEntryWorkflow = stockCommand(
  "correct-stock-entry",
  (stock, correction: Correction) => stock.correctEntry(correction),
)
