import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type BigNumberInput,
  type Context,
  type IInventoryService,
  type InventoryTypes,
  type SoftDeleteReturn,
} from "@medusajs/framework/types"
import { stockContext } from "./context"
import { levelAnswers } from "./ledger/answered"
import { type Change, noChange } from "./ledger/change"
import { command, translated } from "./ledger/command"
import { notStockedHere } from "./ledger/failures"
import { handOver } from "./ledger/hand-over"
import {
  type Adjustment,
  adjustShelves,
  assertEmpty,
  type LevelInput,
  createShelves,
  removeShelves,
  updateShelves,
} from "./ledger/levels"
import { wholeChange, wholePieces } from "./ledger/quantities"
import { type Shelf } from "./ledger/store"
import { callOff, takeBack, undoTakeBack } from "./ledger/take-back"
import { listOf, type OneOrMore, ReservingInventoryService } from "./reserving"

type Level = InventoryTypes.InventoryLevelDTO
/** What the framework says that a removal has taken with it. */
type Removed = Awaited<ReturnType<IInventoryService["softDeleteInventoryLevels"]>>
type AdjustInput = {
  inventoryItemId: string
  locationId: string
  adjustment: BigNumberInput
}

const levelInput = (
  input: InventoryTypes.UpdateInventoryLevelInput & {
    metadata?: Record<string, unknown> | null
  },
  line: number,
): LevelInput => {
  const { inventory_item_id, location_id, metadata } = input
  const pieces = (field: "stocked_quantity" | "incoming_quantity") => {
    const quantity = input[field]
    return quantity === undefined
      ? undefined
      : wholePieces(quantity, `items.${line}.${field}`, 0)
  }
  return {
    inventory_item_id,
    location_id,
    metadata,
    stocked_quantity: pieces("stocked_quantity"),
    incoming_quantity: pieces("incoming_quantity"),
  }
}

/** The framework's inventory levels: what lies at which point. */
export class ShelvingInventoryService extends ReservingInventoryService {
  /**
   * Changes on-hand stock. In the context of a hand-over this is the sale of what the order has
   * reserved, or its calling off; in that of a return the goods a customer sent back.
   * @throws ApiFailure 409 `stock_reserved`, `insufficient_inventory`, `lot_expired` or
   * `lot_recalled`, 422 `not_stocked_here` or `invalid_input`
   */
  override async adjustInventory(data: AdjustInput[], context?: Context): Promise<Level[]>
  override async adjustInventory(
    inventoryItemId: string,
    locationId: string,
    adjustment: BigNumberInput,
    context?: Context,
  ): Promise<Level>
  override async adjustInventory(
    data: AdjustInput[] | string,
    second: Context | string = {},
    adjustment: BigNumberInput = 0,
    fourth?: Context,
  ): Promise<OneOrMore<Level>> {
    const inputs =
      typeof data === "string"
        ? [{ inventoryItemId: data, locationId: String(second), adjustment }]
        : data
    // A workflow puts its context where the longer of the two forms has it.
    const context = fourth ?? (typeof second === "string" ? {} : second)
    const adjustments = inputs.map((input, line) => ({
      inventory_item_id: input.inventoryItemId,
      location_id: input.locationId,
      change: wholeChange(input.adjustment, `items.${line}.adjustment`),
    }))
    const { change, levels } = await command(this.knex, async (transaction) => {
      const moved = await adjust(transaction, adjustments)
      return { change: moved, levels: await levelAnswers(transaction, adjustments) }
    })
    await this.tell(change, context)
    const [level] = levels
    if (typeof data !== "string") return levels
    if (!level) throw notStockedHere()
    return level
  }

  /** The levels of some shelves as they are now, in the order of the shelves. */
  private async levelsAt(shelves: readonly Shelf[], context: Context): Promise<Level[]> {
    if (shelves.length === 0) return []
    const levels = await this.listInventoryLevels(
      {
        inventory_item_id: [...new Set(shelves.map((each) => each.inventory_item_id))],
        location_id: [...new Set(shelves.map((each) => each.location_id))],
      },
      { take: null },
      context,
    )
    return shelves.flatMap(
      (shelf) =>
        levels.find(
          (level) =>
            level.inventory_item_id === shelf.inventory_item_id &&
            level.location_id === shelf.location_id,
        ) ?? [],
    )
  }

  /**
   * Opens shelves; what lies on them from the start is booked as their opening balance.
   * @throws ApiFailure 404 `unknown_item`, 409 `shelf_exists`, 422 `invalid_input`
   */
  override async createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput[],
    context?: Context,
  ): Promise<Level[]>
  override async createInventoryLevels(
    input: InventoryTypes.CreateInventoryLevelInput,
    context?: Context,
  ): Promise<Level>
  override async createInventoryLevels(
    input: OneOrMore<InventoryTypes.CreateInventoryLevelInput>,
    context: Context = {},
  ): Promise<OneOrMore<Level>> {
    const levels = listOf(input).map(levelInput)
    const ids = await createShelves(this.knex, levels)
    await this.tell({ ...noChange(), opened: ids }, context)
    return await this.levelsLike(input, levels, context)
  }

  /**
   * Sets figures of shelves; the difference to what is on hand is booked as an adjustment.
   * @throws ApiFailure 409 `stock_reserved`, 422 `not_stocked_here` or `invalid_input`
   */
  override async updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput[],
    context?: Context,
  ): Promise<Level[]>
  override async updateInventoryLevels(
    input: InventoryTypes.UpdateInventoryLevelInput,
    context?: Context,
  ): Promise<Level>
  override async updateInventoryLevels(
    input: OneOrMore<InventoryTypes.UpdateInventoryLevelInput>,
    context: Context = {},
  ): Promise<OneOrMore<Level>> {
    const levels = listOf(input).map(levelInput)
    await this.tell(await updateShelves(this.knex, levels), context)
    return await this.levelsLike(input, levels, context)
  }

  private async levelsLike(
    input: unknown,
    shelves: readonly Shelf[],
    context: Context,
  ): Promise<OneOrMore<Level>> {
    const levels = await this.levelsAt(shelves, context)
    const [level] = levels
    return Array.isArray(input) || !level ? levels : level
  }

  /** Undoes the opening of shelves: what is left of the opening balance is written off. */
  override async deleteInventoryLevels(
    ids: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    await removeShelves(this.knex, listOf(ids))
    await this.tell({ ...noChange(), closed: listOf(ids) }, context)
  }

  override async deleteInventoryLevel(
    itemId: string,
    locationId: string,
    context: Context = {},
  ): Promise<void> {
    const shelf = { inventory_item_id: itemId, location_id: locationId }
    const levels = await this.levelsAt([shelf], context)
    await this.deleteInventoryLevels(
      levels.map(({ id }) => id),
      context,
    )
  }

  /** @throws ApiFailure 409 `shelf_not_empty` or `stock_reserved` */
  override async softDeleteInventoryLevels<Keys extends string = string>(
    ids: string[],
    config?: SoftDeleteReturn<Keys>,
    context: Context = {},
  ): Promise<Removed> {
    await assertEmpty(this.knex, "id", ids)
    return await guarded(super.softDeleteInventoryLevels(ids, config, context))
  }

  /** @throws ApiFailure 409 `shelf_not_empty` or `stock_reserved` */
  override async deleteInventoryItemLevelByLocationId(
    locationIds: OneOrMore<string>,
    context: Context = {},
  ): Promise<[object[], Record<string, unknown[]>]> {
    await assertEmpty(this.knex, "location_id", listOf(locationIds))
    return await guarded(super.deleteInventoryItemLevelByLocationId(locationIds, context))
  }

  /** @throws ApiFailure 409 `shelf_not_empty` or `stock_reserved` */
  override async deleteInventoryItems(
    ids: OneOrMore<string>,
    context: Context = {},
  ): Promise<void> {
    await assertEmpty(this.knex, "inventory_item_id", listOf(ids))
    await guarded(super.deleteInventoryItems(ids, context))
  }

  /** @throws ApiFailure 409 `shelf_not_empty` or `stock_reserved` */
  override async softDeleteInventoryItems<Keys extends string = string>(
    ids: string[],
    config?: SoftDeleteReturn<Keys>,
    context: Context = {},
  ): Promise<Removed> {
    await assertEmpty(this.knex, "inventory_item_id", ids)
    return await guarded(super.softDeleteInventoryItems(ids, config, context))
  }
}

/** What an adjustment of the framework means in the work that it is part of. */
async function adjust(
  connection: Knex,
  adjustments: readonly Adjustment[],
): Promise<Change> {
  const { fulfilment, returnOf } = stockContext()
  const leaves = adjustments.every(({ change }) => change < 0)
  const comesBack = adjustments.every(({ change }) => change > 0)
  if (fulfilment && leaves) return await handOver(connection, fulfilment, adjustments)
  if (fulfilment && comesBack) return await callOff(connection, fulfilment, adjustments)
  if (returnOf && comesBack)
    return await takeBack(connection, returnOf.orderId, adjustments)
  if (returnOf && leaves)
    return await undoTakeBack(connection, returnOf.orderId, adjustments)
  return await adjustShelves(connection, adjustments)
}

/** What the tables refuse, in the words of a command. */
async function guarded<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw translated(error)
  }
}
