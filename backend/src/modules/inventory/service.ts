import { z } from "@medusajs/framework/zod"
import {
  type ItemCard,
  type LotHolder,
  type LotView,
  type StockDocument,
} from "../../contracts/stock"
import { type BasketShare } from "../../contracts/stock-books"
import { type DocumentQuery } from "../../contracts/stock-document-view"
import {
  type CancelTransfer,
  type CloseTransfer,
  type DraftTransfer,
  type EditTransfer,
  type ReceiveTransfer,
  type SendTransfer,
  type TransferView,
} from "../../contracts/stock-transfer"
import {
  type EndStocktake,
  type RecordCounts,
  type StartStocktake,
  type StocktakeCount,
  type StocktakeVariances,
  type StocktakeView,
} from "../../contracts/stocktake"
import { type Destination } from "./context"
import { basketShares } from "./ledger/assembly"
import { type CardFilter, itemCard } from "./ledger/card"
import { changedAt } from "./ledger/change"
import { correctEntry, type Correction } from "./ledger/correct"
import {
  type DocumentPage,
  documentOf,
  listDocuments,
  type WrittenDocument,
} from "./ledger/document-book"
import { type PhotoRule, type Posted, postStockDocument } from "./ledger/documents"
import {
  holdForCart,
  type HoldLine,
  type Parcel,
  previewParcels,
  releaseHolds,
  releaseStaleHolds,
} from "./ledger/holds"
import {
  liftRecall,
  type LotFilter,
  lotHolders,
  listLots,
  recallLot,
} from "./ledger/lots"
import { wholePieces } from "./ledger/quantities"
import { type Shelf } from "./ledger/store"
import { countsOf, uncountedOf, variancesOf } from "./ledger/stocktake-counts"
import {
  approveStocktake,
  cancelStocktake,
  listStocktakes,
  recordCounts,
  startStocktake,
  stocktakeOf,
} from "./ledger/stocktakes"
import { listTransfers, transferOf } from "./ledger/transfer-views"
import {
  cancelTransfer,
  closeTransfer,
  draftTransfer,
  editTransfer,
  receiveTransfer,
  sendTransfer,
} from "./ledger/transfers"
import { ShelvingInventoryService } from "./shelving"

const stockOptions = z.object({ photoFrom: z.number().int().min(0) })

const checked = (lines: readonly HoldLine[]): HoldLine[] =>
  lines.map((each, line) => ({
    ...each,
    quantity: wholePieces(each.quantity, `lines.${line}.quantity`),
  }))

/**
 * Stock behind one door: whatever changes what is on hand or reserved is booked in the ledger in
 * the same transaction, and refused as a whole where it cannot be. Reads leave out of what is
 * available whatever must not be sold.
 */
class StockInventoryService extends ShelvingInventoryService {
  readonly #rules: PhotoRule

  constructor(
    ...[container, options]: ConstructorParameters<typeof ShelvingInventoryService>
  ) {
    super(container, options)
    this.#rules = stockOptions.parse(options)
  }

  /**
   * Holds what a cart needs until its order has been made, all of it or nothing. A hold that the
   * cart has already is kept when it fits, else replaced.
   * @returns false when the cart had this hold already.
   * @throws ApiFailure 409 `insufficient_inventory` with details `{ available, lines }` naming each
   * line that is short, 422 `invalid_input`, 503 `busy`
   */
  async holdForCart(input: {
    cartId: string
    lines: readonly HoldLine[]
    destination: Destination
  }): Promise<boolean> {
    const lines = checked(input.lines)
    if (lines.length === 0) return false
    const { made, change } = await holdForCart(this.knex, { ...input, lines })
    await this.tell(change)
    return made
  }

  /** Frees what a cart holds and no order has taken over. */
  async releaseHolds(cartId: string): Promise<void> {
    await this.tell(await releaseHolds(this.knex, cartId))
  }

  /** @param except carts whose holds stay. @returns how many holds were freed. */
  async releaseStaleHolds(
    olderThanMinutes: number,
    except: readonly string[] = [],
  ): Promise<number> {
    let released = 0
    for (const change of await releaseStaleHolds(this.knex, olderThanMinutes, except)) {
      released += change.deleted.length
      await this.tell(change)
    }
    return released
  }

  /** How goods would be sent if they were ordered now, one parcel a point; null: not enough. */
  async previewParcels(input: {
    lines: readonly HoldLine[]
    destination: Destination
  }): Promise<Parcel[] | null> {
    return await previewParcels(this.knex, { ...input, lines: checked(input.lines) })
  }

  /** Posts a document once, however often it is sent; see `postStockDocument` for its refusals. */
  async postStockDocument(document: StockDocument): Promise<Posted> {
    return await this.posted(postStockDocument(this.knex, document, this.#rules))
  }

  /** Books the difference between what a row said and what it should have said. */
  async correctEntry(correction: Correction): Promise<Posted> {
    return await this.posted(correctEntry(this.knex, correction))
  }

  /** The steps of a transfer; see ledger/transfers.ts for what each refuses. */
  async draftTransfer(draft: DraftTransfer): Promise<Posted> {
    return await this.posted(draftTransfer(this.knex, draft))
  }

  async editTransfer(id: string, command: EditTransfer): Promise<Posted> {
    return await this.posted(editTransfer(this.knex, id, command))
  }

  async sendTransfer(id: string, command: SendTransfer): Promise<Posted> {
    return await this.posted(sendTransfer(this.knex, id, command))
  }

  async receiveTransfer(id: string, command: ReceiveTransfer): Promise<Posted> {
    return await this.posted(receiveTransfer(this.knex, id, command, this.#rules))
  }

  async closeTransfer(id: string, command: CloseTransfer): Promise<Posted> {
    return await this.posted(closeTransfer(this.knex, id, command, this.#rules))
  }

  async cancelTransfer(id: string, command: CancelTransfer): Promise<Posted> {
    return await this.posted(cancelTransfer(this.knex, id, command))
  }

  async listTransfers(
    filter: Parameters<typeof listTransfers>[1],
  ): Promise<TransferView[]> {
    return await listTransfers(this.knex, filter)
  }

  /** @throws ApiFailure 404 unknown_transfer */
  async transferOf(id: string): Promise<TransferView> {
    return await transferOf(this.knex, id)
  }

  /** The steps of a stocktake; see ledger/stocktakes.ts for what each refuses. */
  async startStocktake(start: StartStocktake): Promise<Posted> {
    return await startStocktake(this.knex, start)
  }

  async recordCounts(id: string, counts: RecordCounts): Promise<Posted> {
    return await recordCounts(this.knex, id, counts)
  }

  async approveStocktake(id: string, approval: EndStocktake): Promise<Posted> {
    return await this.posted(approveStocktake(this.knex, id, approval))
  }

  async cancelStocktake(id: string, cancellation: EndStocktake): Promise<Posted> {
    return await cancelStocktake(this.knex, id, cancellation)
  }

  async listStocktakes(
    filter: Parameters<typeof listStocktakes>[1],
  ): Promise<StocktakeView[]> {
    return await listStocktakes(this.knex, filter)
  }

  /** What has been counted; @throws ApiFailure 404 unknown_stocktake */
  async stocktakeOf(id: string): Promise<StocktakeView & { counts: StocktakeCount[] }> {
    const stocktake = await stocktakeOf(this.knex, id)
    return { ...stocktake, counts: await countsOf(this.knex, id) }
  }

  /** What an approval would book, and what nobody has counted; @throws ApiFailure 404 unknown_stocktake */
  async stocktakeVariances(id: string): Promise<StocktakeVariances> {
    const stocktake = await stocktakeOf(this.knex, id)
    const [variances, uncounted] = await Promise.all([
      variancesOf(this.knex, id, stocktake.location_id),
      uncountedOf(this.knex, id),
    ])
    return { stocktake, variances, uncounted }
  }

  /** Documents that were posted, newest first. */
  async listDocuments(filter: DocumentQuery): Promise<DocumentPage> {
    return await listDocuments(this.knex, filter)
  }

  async documentOf(id: string): Promise<WrittenDocument | null> {
    return await documentOf(this.knex, id)
  }

  async itemCard(filter: CardFilter): Promise<ItemCard> {
    return await itemCard(this.knex, filter)
  }

  async listLots(filter: LotFilter): Promise<LotView[]> {
    return await listLots(this.knex, filter)
  }

  /** Whose reservations hold pieces of a lot. */
  async lotHolders(lotId: string): Promise<LotHolder[]> {
    return await lotHolders(this.knex, lotId)
  }

  /** Blocks a lot at every point at once. */
  async recallLot(input: {
    lot_id: string
    reason: string
  }): Promise<{ lot: LotView; holders: LotHolder[] }> {
    const { lot, shelves, holders } = await recallLot(this.knex, input)
    await this.tellMoved(shelves)
    return { lot, holders }
  }

  async liftRecall(lotId: string): Promise<{ lot: LotView }> {
    const { lot, shelves } = await liftRecall(this.knex, lotId)
    await this.tellMoved(shelves)
    return { lot }
  }

  /** @param price of one basket, VND; shared by its components to the đồng. */
  async basketShares(lotId: string, price: number): Promise<BasketShare[]> {
    return await basketShares(this.knex, lotId, price)
  }

  private async posted(work: Promise<Posted>): Promise<Posted> {
    const posted = await work
    if (!posted.replayed) await this.tellMoved(posted.entries)
    return posted
  }

  private async tellMoved(shelves: readonly Shelf[]): Promise<void> {
    await this.tell(await changedAt(this.knex, shelves))
  }
}

export default StockInventoryService
