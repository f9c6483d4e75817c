import { defineLink } from "@medusajs/framework/utils"
import SalesChannelModule from "@medusajs/medusa/sales-channel"
import ShowroomModule from "../modules/showroom"

/** Under which channel a point sells at its counter: `showroom.sales_channel`. */
export default defineLink(
  ShowroomModule.linkable.showroom,
  SalesChannelModule.linkable.salesChannel,
)
