import { MedusaService } from "@medusajs/framework/utils"
import { AdminUnit } from "./models/admin-unit"
import { UnitSuccession } from "./models/unit-succession"

export default class PlaceModuleService extends MedusaService({
  AdminUnit,
  UnitSuccession,
}) {}
