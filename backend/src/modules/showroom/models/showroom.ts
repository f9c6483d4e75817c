import { model } from "@medusajs/framework/utils"

/** An OCOP point or centre; its stock location and sales channel are linked one to one. */
export const Showroom = model
  .define("showroom", {
    id: model.id({ prefix: "shwr" }).primaryKey(),
    handle: model.text(),
    name: model.text().searchable(),
    kind: model.enum(["point", "center"]),
    funding_source: model.enum([
      "state-budget",
      "truong-son-xanh",
      "ministry-of-industry-and-trade",
      "unstated",
    ]),
    address: model.text(),
    /** Former district (a reporting dimension) and today's commune. */
    district_code: model.text(),
    current_commune_code: model.text(),
    /** Array of contracts/showroom.openingHours. */
    opening_hours: model.json(),
    latitude: model.float().nullable(),
    longitude: model.float().nullable(),
    /** Day "YYYY-MM-DD"; null where not known, which counts as "always". */
    opened_on: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([{ on: ["handle"], unique: true, where: "deleted_at IS NULL" }])
  .checks([
    {
      name: "showroom_position",
      expression: (columns) =>
        `${columns.latitude} BETWEEN -90 AND 90 AND ${columns.longitude} BETWEEN -180 AND 180`,
    },
    {
      name: "showroom_opened_on_day",
      expression: (columns) => `${columns.opened_on} ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    },
  ])
