import { Module, Modules } from "@medusajs/framework/utils"
import StockInventoryService from "./service"

/** The framework's Inventory module, under its own key, with stock that cannot lie. */
export default Module(Modules.INVENTORY, { service: StockInventoryService })
