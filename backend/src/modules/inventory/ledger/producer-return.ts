/** Goods go back to their producer ("trả nhà sản xuất"): only lots that are this producer's. */
import { type StockDocument } from "../../../contracts/stock"
import { assertLotOfItem } from "./draw"
import { type Books, type Head, planOut } from "./plan"
import { lotOfOtherProducer } from "./refusals"
import { type EntryDraft } from "./rows"

type ProducerReturn = Extract<StockDocument, { kind: "producer-return" }>

/** Of goods without a lot nobody knows whose they are. */
export function planProducerReturn(
  head: Head,
  document: ProducerReturn,
  books: Books,
): EntryDraft[] {
  document.lines.forEach((each, line) => {
    const lot = assertLotOfItem(books.lots, { ...each, line })
    if (lot?.producer_id !== document.producer_id) throw lotOfOtherProducer(line)
  })
  return planOut(head, document, books)
}
