import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type BigNumberInput,
  type Context,
  type FindConfig,
  type IEventBusModuleService,
  type IInventoryService,
  type InventoryTypes,
  type Logger,
} from "@medusajs/framework/types"
import {
  BigNumber,
  ContainerRegistrationKeys,
  MathBN,
  Modules,
} from "@medusajs/framework/utils"
import { InventoryModuleService } from "@medusajs/inventory/dist/services"
import { isOrdering, stockContext } from "./context"
import {
  correctAvailable,
  levelsIn,
  sellableFree,
  withFigures,
} from "./ledger/availability"
import { pointsOf } from "./ledger/create-reservations"
import { onePerLine } from "./ledger/shown-reservations"

type Level = InventoryTypes.InventoryLevelDTO
type Item = InventoryTypes.InventoryItemDTO
type Reservation = InventoryTypes.ReservationItemDTO

type Parameters = ConstructorParameters<typeof InventoryModuleService>
type Container = Parameters[0] & {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [Modules.EVENT_BUS]?: IEventBusModuleService
  [ContainerRegistrationKeys.LOGGER]?: Logger
}

/** The framework's service, seen through its public interface. */
const Core: new (...parameters: Parameters) => IInventoryService = InventoryModuleService

/** The framework's reads, with an available quantity that leaves out what must not be sold. */
export class TruthfulInventoryService extends Core {
  protected readonly knex: Knex
  protected readonly bus: IEventBusModuleService | undefined
  protected readonly logger: Logger | undefined

  constructor(container: Container, declaration?: Parameters[1]) {
    super(container, declaration)
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.bus = container[Modules.EVENT_BUS]
    this.logger = container[ContainerRegistrationKeys.LOGGER]
  }

  override async listInventoryLevels(
    filters: InventoryTypes.FilterableInventoryLevelProps,
    config: FindConfig<Level> = {},
    context: Context = {},
  ): Promise<Level[]> {
    const levels = await super.listInventoryLevels(filters, withFigures(config), context)
    await correctAvailable(this.knex, levels)
    return levels
  }

  override async listAndCountInventoryLevels(
    filters: InventoryTypes.FilterableInventoryLevelProps,
    config: FindConfig<Level> = {},
    context: Context = {},
  ): Promise<[Level[], number]> {
    const [levels, count] = await super.listAndCountInventoryLevels(
      filters,
      withFigures(config),
      context,
    )
    await correctAvailable(this.knex, levels)
    return [levels, count]
  }

  override async retrieveInventoryLevel(
    id: string,
    config: FindConfig<Level> = {},
    context: Context = {},
  ): Promise<Level> {
    const level = await super.retrieveInventoryLevel(id, withFigures(config), context)
    await correctAvailable(this.knex, [level])
    return level
  }

  override async listInventoryItems(
    filters: InventoryTypes.FilterableInventoryItemProps,
    config: FindConfig<Item> = {},
    context: Context = {},
  ): Promise<Item[]> {
    const items = await super.listInventoryItems(
      filters,
      withFigures(config, "location_levels."),
      context,
    )
    await correctAvailable(this.knex, levelsIn(items))
    return items
  }

  override async listAndCountInventoryItems(
    filters: InventoryTypes.FilterableInventoryItemProps,
    config: FindConfig<Item> = {},
    context: Context = {},
  ): Promise<[Item[], number]> {
    const [items, count] = await super.listAndCountInventoryItems(
      filters,
      withFigures(config, "location_levels."),
      context,
    )
    await correctAvailable(this.knex, levelsIn(items))
    return [items, count]
  }

  override async retrieveInventoryItem(
    id: string,
    config: FindConfig<Item> = {},
    context: Context = {},
  ): Promise<Item> {
    const item = await super.retrieveInventoryItem(
      id,
      withFigures(config, "location_levels."),
      context,
    )
    await correctAvailable(this.knex, levelsIn([item]))
    return item
  }

  /** While goods are handed over, a line split over points shows as one reservation. */
  override async listReservationItems(
    filters: InventoryTypes.FilterableReservationItemProps = {},
    config: FindConfig<Reservation> = {},
    context: Context = {},
  ): Promise<Reservation[]> {
    const reservations = await super.listReservationItems(filters, config, context)
    const { fulfilment } = stockContext()
    return fulfilment && filters.line_item_id
      ? onePerLine(reservations, fulfilment)
      : reservations
  }

  /** @returns pieces of an item that could be sold now at some points. */
  override async retrieveAvailableQuantity(
    itemId: string,
    locationIds: string[],
    context: Context = {},
  ): Promise<BigNumber> {
    await super.retrieveInventoryItem(itemId, { select: ["id"] }, context)
    return new BigNumber(await sellableFree(this.knex, itemId, locationIds))
  }

  /**
   * Whether there are enough pieces. A cart or an order is asked about all points that could serve
   * it: the framework passes on only those it thinks of, expired goods included.
   */
  override async confirmInventory(
    itemId: string,
    locationIds: string[],
    quantity: BigNumberInput,
  ): Promise<boolean> {
    const { destination } = stockContext()
    const served = destination
      ? pointsOf(destination).map(({ locationId }) => locationId)
      : isOrdering()
        ? null
        : locationIds
    return MathBN.gte(await sellableFree(this.knex, itemId, served), quantity)
  }
}
