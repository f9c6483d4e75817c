import { type Context, type InventoryTypes } from "@medusajs/framework/types"
import { amendStockContext, stockContext } from "./context"
import { type Answered } from "./ledger/answered"
import { type Change } from "./ledger/change"
import { createReservations } from "./ledger/create-reservations"
import { announce } from "./ledger/events"
import { wholePieces } from "./ledger/quantities"
import { deletedRows, liveRows } from "./ledger/reservation-rows"
import {
  endReservations,
  type ReservationFinder,
  updateReservations,
} from "./ledger/reservations"
import { restoreReservations } from "./ledger/restore-reservations"
import { TruthfulInventoryService } from "./reads"

type Reservation = InventoryTypes.ReservationItemDTO
type CreateInput = InventoryTypes.CreateReservationItemInput
type UpdateInput = InventoryTypes.UpdateReservationItemInput

/** One record or several, as the framework's methods take them. */
export type OneOrMore<Value> = Value | Value[]
export const listOf = <Value>(given: OneOrMore<Value>): Value[] =>
  Array.isArray(given) ? given : [given]

/** The framework's reservations, each of them booked in the ledger. */
export class ReservingInventoryService extends TruthfulInventoryService {
  /**
   * Reserves for all inputs or for none. An online order's goods come from the points that suit its
   * buyer, whatever location the framework proposes: one input may become several reservations.
   * @throws ApiFailure 409 `insufficient_inventory`, 422 `invalid_input` or `not_stocked_here`
   */
  override async createReservationItems(
    input: CreateInput[],
    context?: Context,
  ): Promise<Reservation[]>
  override async createReservationItems(
    input: CreateInput,
    context?: Context,
  ): Promise<Reservation>
  override async createReservationItems(
    input: OneOrMore<CreateInput>,
    context: Context = {},
  ): Promise<OneOrMore<Reservation>> {
    const requests = listOf(input).map((each, line) => ({
      inventory_item_id: each.inventory_item_id,
      location_id: each.location_id,
      line_item_id: each.line_item_id ?? null,
      external_id: each.external_id ?? null,
      quantity: wholePieces(
        each.quantity,
        Array.isArray(input) ? `items.${line}.quantity` : "quantity",
      ),
      allow_backorder: each.allow_backorder ?? false,
      description: each.description ?? null,
      created_by: each.created_by ?? null,
      metadata: each.metadata ?? null,
    }))
    return await this.told(await createReservations(this.knex, requests), input, context)
  }

  /**
   * @throws ApiFailure 404 `not_found`, 409 `insufficient_inventory`, 422 `invalid_input` or
   * `not_stocked_here`; nothing is changed then.
   */
  override async updateReservationItems(
    input: UpdateInput[],
    context?: Context,
  ): Promise<Reservation[]>
  override async updateReservationItems(
    input: UpdateInput,
    context?: Context,
  ): Promise<Reservation>
  override async updateReservationItems(
    input: OneOrMore<UpdateInput>,
    context: Context = {},
  ): Promise<OneOrMore<Reservation>> {
    const changes = listOf(input).map((each, line) => ({
      id: each.id,
      location_id: each.location_id,
      description: each.description,
      allow_backorder: each.allow_backorder,
      metadata: each.metadata,
      quantity:
        each.quantity === undefined
          ? undefined
          : wholePieces(
              each.quantity,
              Array.isArray(input) ? `items.${line}.quantity` : "quantity",
            ),
    }))
    return await this.told(await updateReservations(this.knex, changes), input, context)
  }

  override async deleteReservationItems(
    ids: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    await this.end(
      (connection) => liveRows.byId(connection, listOf(ids)),
      "hard",
      context,
    )
  }

  override async softDeleteReservationItems(
    ids: OneOrMore<string>,
    _config?: unknown,
    context: Context = {},
  ): Promise<void> {
    await this.end(
      (connection) => liveRows.byId(connection, listOf(ids)),
      "soft",
      context,
    )
  }

  override async deleteReservationItemsByLineItem(
    lineIds: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    const { deleted } = await this.end(
      (connection) => liveRows.byLine(connection, listOf(lineIds)),
      "soft",
      context,
    )
    const { ended = [] } = stockContext()
    amendStockContext({ ended: [...ended, ...deleted] })
  }

  override async deleteReservationItemByLocationId(
    locationIds: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    await this.end(
      (connection) => liveRows.byLocation(connection, listOf(locationIds)),
      "soft",
      context,
    )
  }

  /** @throws ApiFailure 409 `insufficient_inventory` when the pieces have been taken since. */
  override async restoreReservationItems(
    ids: OneOrMore<string>,
    _config?: unknown,
    context: Context = {},
  ): Promise<void> {
    await this.tell(
      await restoreReservations(this.knex, (connection) =>
        deletedRows.byId(connection, listOf(ids)),
      ),
      context,
    )
  }

  /**
   * Takes back what `deleteReservationItemsByLineItem` did in the same work, and no more: what
   * others ended stays ended.
   * @throws ApiFailure 409 `insufficient_inventory` when the pieces have been taken since.
   */
  override async restoreReservationItemsByLineItem(
    lineIds: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    const { ended } = stockContext()
    await this.tell(
      await restoreReservations(this.knex, (connection) =>
        ended
          ? deletedRows.byId(connection, ended)
          : deletedRows.lastOfLines(connection, listOf(lineIds)),
      ),
      context,
    )
  }

  private async end(
    find: ReservationFinder,
    how: "soft" | "hard",
    context: Context,
  ): Promise<Change> {
    const change = await endReservations(this.knex, find, how)
    await this.tell(change, context)
    return change
  }

  /**
   * Tells what a command changed, once it has been committed. Never fails: nothing of ours depends
   * on it.
   */
  protected async tell(change: Change, context: Context = {}): Promise<void> {
    try {
      await announce(this.bus, change, context)
    } catch (error) {
      this.logger?.warn(`Stock: a change was not announced (${String(error)}).`)
    }
  }

  /** The reservations that a command was about, in the shape that its input had. */
  private async told(
    { change, reservations }: Answered,
    input: unknown,
    context: Context,
  ): Promise<OneOrMore<Reservation>> {
    await this.tell(change, context)
    const [first] = reservations
    return Array.isArray(input) || !first ? reservations : first
  }
}
