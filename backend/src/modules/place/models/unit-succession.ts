import { model } from "@medusajs/framework/utils"

/** Which unit of today a former commune became part of. */
export const UnitSuccession = model
  .define("unit_succession", {
    id: model.id({ prefix: "unsu" }).primaryKey(),
    former_code: model.text(),
    current_code: model.text(),
    note: model.text().nullable(),
  })
  .indexes([
    {
      on: ["former_code", "current_code"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    { on: ["current_code"], where: "deleted_at IS NULL" },
  ])
