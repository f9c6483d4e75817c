import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type StockInventoryService from "../modules/inventory/service"

/** The Inventory module with what ours can do beyond the framework's. */
export const stockOf = (container: MedusaContainer): StockInventoryService =>
  container.resolve<StockInventoryService>(Modules.INVENTORY)
