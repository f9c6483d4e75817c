import { model } from "@medusajs/framework/utils"
import { ProducerEntityHistory } from "./producer-entity-history"

/** A producer (chủ thể) as it is today. No private person's contact data is kept here. */
export const Producer = model
  .define("producer", {
    id: model.id({ prefix: "pdcr" }).primaryKey(),
    handle: model.text(),
    name: model.text().searchable(),
    entity_type: model.enum(["HTX", "DN", "THT", "HKD"]),
    story: model.text().nullable(),
    /** Codes of the former units (to 30 June 2025) where it has its seat. */
    commune_code: model.text().nullable(),
    district_code: model.text().nullable(),
    /** True where the record is invented for the demonstration. */
    sample: model.boolean().default(false),
    entity_history: model.hasMany(() => ProducerEntityHistory, { mappedBy: "producer" }),
  })
  .cascades({ delete: ["entity_history"] })
  .indexes([
    { on: ["handle"], unique: true, where: "deleted_at IS NULL" },
    { on: ["entity_type"], where: "deleted_at IS NULL" },
  ])
