import {
  type ItemCard,
  type LotHolder,
  type LotView,
  type StockDocument,
} from "../../contracts/stock"
import { type BasketShare } from "../../contracts/stock-books"
import { type Destination } from "./context"
import { basketShares } from "./ledger/assembly"
import { type CardFilter, itemCard } from "./ledger/card"
import { changedAt } from "./ledger/change"
import { correctEntry, type Correction } from "./ledger/correct"
import { type Posted, postStockDocument } from "./ledger/documents"
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
import { ShelvingInventoryService } from "./shelving"

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
    const posted = await postStockDocument(this.knex, document)
    await this.tellPosted(posted)
    return posted
  }

  /** Books the difference between what a row said and what it should have said. */
  async correctEntry(correction: Correction): Promise<Posted> {
    const posted = await correctEntry(this.knex, correction)
    await this.tellPosted(posted)
    return posted
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

  private async tellPosted({ replayed, entries }: Posted): Promise<void> {
    if (!replayed) await this.tellMoved(entries)
  }

  private async tellMoved(shelves: readonly Shelf[]): Promise<void> {
    await this.tell(await changedAt(this.knex, shelves))
  }
}

export default StockInventoryService
