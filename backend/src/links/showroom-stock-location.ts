import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"
import ShowroomModule from "../modules/showroom"

/** Where the goods of a point lie: `showroom.stock_location`. */
export default defineLink(
  ShowroomModule.linkable.showroom,
  StockLocationModule.linkable.stockLocation,
)
