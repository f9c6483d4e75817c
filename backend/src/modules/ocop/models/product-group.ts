import { model } from "@medusajs/framework/utils"

/** A legal product group, in the words of its regime; display groups are a thing of the shop. */
export const ProductGroup = model
  .define(
    { name: "product_group", tableName: "ocop_product_group" },
    {
      id: model.id({ prefix: "ocpg" }).primaryKey(),
      regime_code: model.text(),
      code: model.text(),
      name: model.text(),
      /** The sector (ngành) above it, where the regime has one. */
      sector: model.text().nullable(),
      rank: model.number(),
    },
  )
  .indexes([{ on: ["regime_code", "code"], unique: true, where: "deleted_at IS NULL" }])
