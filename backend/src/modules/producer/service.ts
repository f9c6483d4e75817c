import { MedusaService } from "@medusajs/framework/utils"
import { Producer } from "./models/producer"
import { ProducerEntityHistory } from "./models/producer-entity-history"

export default class ProducerModuleService extends MedusaService({
  Producer,
  ProducerEntityHistory,
}) {}
