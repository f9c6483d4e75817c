import { MedusaService, Modules } from "@medusajs/framework/utils"
import { type IEventBusModuleService } from "@medusajs/framework/types"
import { REGISTER_CHECK_REQUESTED } from "../../workflows/events"
import { ProductGroup } from "./models/product-group"
import { QuotedFigure } from "./models/quoted-figure"
import { Recognition } from "./models/recognition"
import { Regime } from "./models/regime"

type Dependencies = { [Modules.EVENT_BUS]?: IEventBusModuleService }

export default class OcopModuleService extends MedusaService({
  Regime,
  ProductGroup,
  Recognition,
  QuotedFigure,
}) {
  /** Asks for the register to be checked once the application, with its subscribers, is up. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => {
      await this.eventBus?.emit({ name: REGISTER_CHECK_REQUESTED, data: {} })
    },
  }

  private readonly eventBus: IEventBusModuleService | undefined

  constructor(dependencies: Dependencies, ...rest: unknown[]) {
    super(dependencies, ...rest)
    this.eventBus = dependencies[Modules.EVENT_BUS]
  }
}
