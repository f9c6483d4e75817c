import { type MedusaContainer } from "@medusajs/framework/types"
import { PICKUP_MODULE } from "../modules/pickup"
import type PickupService from "../modules/pickup/service"

export const pickupsOf = (container: MedusaContainer): PickupService =>
  container.resolve(PICKUP_MODULE)
