import { model } from "@medusajs/framework/utils"
import { Producer } from "./producer"

/** What a producer was before: a household becomes a company, a group a cooperative. */
export const ProducerEntityHistory = model
  .define("producer_entity_history", {
    id: model.id({ prefix: "peh" }).primaryKey(),
    producer: model.belongsTo(() => Producer, { mappedBy: "entity_history" }),
    name: model.text(),
    entity_type: model.enum(["HTX", "DN", "THT", "HKD"]),
    /** Days "YYYY-MM-DD"; null where not known. The form held while valid_from ≤ day < valid_to. */
    valid_from: model.text().nullable(),
    valid_to: model.text().nullable(),
  })
  .checks([
    {
      name: "producer_entity_history_days",
      expression: (columns) =>
        `${columns.valid_from} ~ '^\\d{4}-\\d{2}-\\d{2}$' AND ${columns.valid_to} ~ '^\\d{4}-\\d{2}-\\d{2}$' AND ${columns.valid_from} < ${columns.valid_to}`,
    },
  ])
