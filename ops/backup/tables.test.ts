import { expect, it } from "vitest"

import { isFilledByMigration, isKept } from "./tables"

it("keeps what it has never heard of", () => {
  for (const table of [
    "order",
    "stock_entry",
    "user",
    "cart",
    "search_log",
    "a_table_of_tomorrow",
  ])
    expect(isKept(table), table).toBe(true)
})

it("leaves out what is made anew", () => {
  for (const table of [
    "mikro_orm_migrations",
    "search_index",
    "search_pg_ocop_product_fallback_v1",
    "search_mark",
    "workflow_execution",
    "lock_lease",
  ])
    expect(isKept(table), table).toBe(false)
})

it("takes no table for empty that people fill", () => {
  for (const table of ["store", "user", "product", "sales_channel", "region"])
    expect(isFilledByMigration(table), table).toBe(false)
})
