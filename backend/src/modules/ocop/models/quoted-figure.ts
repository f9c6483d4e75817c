import { model } from "@medusajs/framework/utils"

/** A figure somebody published, kept as quoted: never recomputed, never corrected. */
export const QuotedFigure = model
  .define(
    { name: "quoted_figure", tableName: "ocop_quoted_figure" },
    {
      id: model.id({ prefix: "ocqf" }).primaryKey(),
      key: model.text(),
      table: model.text(),
      label: model.text(),
      value: model.float(),
      unit: model.text(),
      as_of: model.text(),
      source: model.text(),
      note: model.text().nullable(),
      rank: model.number(),
    },
  )
  .indexes([{ on: ["key"], unique: true, where: "deleted_at IS NULL" }])
  .checks([
    {
      name: "ocop_quoted_figure_as_of_day",
      expression: (columns) => `${columns.as_of} ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    },
  ])
