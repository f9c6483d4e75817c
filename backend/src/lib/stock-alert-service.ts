import { type MedusaContainer } from "@medusajs/framework/types"
import { STOCK_ALERT_MODULE } from "../modules/stock-alert"
import type StockAlertService from "../modules/stock-alert/service"

export const stockAlertsOf = (container: MedusaContainer): StockAlertService =>
  container.resolve(STOCK_ALERT_MODULE)
