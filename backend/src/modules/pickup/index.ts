import { Module } from "@medusajs/framework/utils"
import PickupService from "./service"

export const PICKUP_MODULE = "pickup"

/** Orders that the buyer fetches at a point ("nhận tại điểm"). */
export default Module(PICKUP_MODULE, { service: PickupService })
