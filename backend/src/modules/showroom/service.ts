import { MedusaService } from "@medusajs/framework/utils"
import { Showroom } from "./models/showroom"

export default class ShowroomModuleService extends MedusaService({ Showroom }) {}
