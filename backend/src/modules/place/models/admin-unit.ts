import { model } from "@medusajs/framework/utils"

/**
 * A province, district or commune of one era. Old and new units share codes (20455: xã A Tiêng,
 * then xã Tây Giang), so a code is unique only within its era.
 */
export const AdminUnit = model
  .define("admin_unit", {
    id: model.id({ prefix: "adun" }).primaryKey(),
    code: model.text(),
    era: model.enum(["former", "current"]),
    level: model.enum(["province", "district", "commune"]),
    /** Full name with its kind, as an address prints it: "Xã Tiên Phong". */
    name: model.text().searchable(),
    /** Other spellings and names, without the kind: "Axan" for "A Xan", "Cù Lao Chàm". */
    name_variants: model.array().default([]),
    /** "xã", "phường", "thị trấn", "đặc khu", "huyện" … */
    kind: model.text(),
    slug: model.text(),
    parent_code: model.text().nullable(),
    mountain: model.boolean().default(false),
    latitude: model.float().nullable(),
    longitude: model.float().nullable(),
  })
  .indexes([
    { on: ["era", "code"], unique: true, where: "deleted_at IS NULL" },
    {
      on: ["level", "slug"],
      unique: true,
      where: "era = 'former' AND deleted_at IS NULL",
    },
    { on: ["era", "level", "parent_code"], where: "deleted_at IS NULL" },
  ])
  .checks([
    {
      name: "admin_unit_code_digits",
      expression: (columns) => `${columns.code} ~ '^[0-9]{2,5}$'`,
    },
    {
      name: "admin_unit_province_has_no_parent",
      expression: (columns) =>
        `(${columns.level} = 'province') = (${columns.parent_code} IS NULL)`,
    },
    {
      name: "admin_unit_position",
      expression: (columns) =>
        `${columns.latitude} BETWEEN -90 AND 90 AND ${columns.longitude} BETWEEN -180 AND 180`,
    },
  ])
