import { model } from "@medusajs/framework/utils"

/** A rule set for evaluating and recognising OCOP products; rules change, so it is data. */
export const Regime = model
  .define(
    { name: "regime", tableName: "ocop_regime" },
    {
      id: model.id({ prefix: "ocrg" }).primaryKey(),
      code: model.text(),
      name: model.text(),
      legal_text: model.text(),
      /** In force while valid_from ≤ day < valid_to ("YYYY-MM-DD"; null = open). */
      valid_from: model.text(),
      valid_to: model.text().nullable(),
      /** Points of parts A, B, C of the criteria; null where not known. */
      weight_a: model.number().nullable(),
      weight_b: model.number().nullable(),
      weight_c: model.number().nullable(),
      /** Who recognises which star, in words. */
      recognised_by: model.text(),
      /** False where the official text was not read. */
      verified: model.boolean().default(false),
    },
  )
  .indexes([{ on: ["code"], unique: true, where: "deleted_at IS NULL" }])
  .checks([
    {
      name: "ocop_regime_weights",
      expression: (columns) =>
        `${columns.weight_a} + ${columns.weight_b} + ${columns.weight_c} = 100`,
    },
    {
      name: "ocop_regime_days",
      expression: (columns) =>
        `${columns.valid_from} ~ '^\\d{4}-\\d{2}-\\d{2}$' AND ${columns.valid_from} < ${columns.valid_to}`,
    },
  ])
