import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Alerts of the stock ("cảnh báo kho"). An open alert says only what it is about and how far it has
 * come: the figures are read from the stock, so that a sale that alerts nobody writes nothing here.
 */
export class Migration20261125095000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "stock_minimum" (
      "inventory_item_id" text not null,
      "location_id" text not null,
      "minimum" integer null,
      "cover_days" integer null,
      "updated_by" text null,
      "updated_at" timestamptz not null default clock_timestamp(),
      constraint "stock_minimum_pkey" primary key ("inventory_item_id", "location_id"),
      constraint "stock_minimum_pieces" check (minimum > 0),
      constraint "stock_minimum_cover_days" check (cover_days between 1 and 365),
      constraint "stock_minimum_some" check (coalesce(minimum, cover_days) is not null)
    );`)
    this
      .addSql(`create index if not exists "IDX_stock_minimum_location" on "stock_minimum"
      (location_id);`)

    // Pieces that left by sale in the 30 days before the day in stock_alert_day. Counted once a day:
    // the ledger of a shelf is too long to be summed up at every sale.
    this.addSql(`create table if not exists "stock_sold" (
      "inventory_item_id" text not null,
      "location_id" text not null,
      "pieces" integer not null,
      constraint "stock_sold_pkey" primary key ("inventory_item_id", "location_id"),
      constraint "stock_sold_pieces" check (pieces > 0)
    );`)

    this.addSql(`create table if not exists "stock_alert" (
      "id" bigint generated always as identity,
      "kind" text not null,
      "inventory_item_id" text not null,
      "location_id" text not null,
      "lot_id" text null,
      "stage" integer null,
      "changed_at" timestamptz not null default clock_timestamp(),
      "told_on" date null,
      constraint "stock_alert_pkey" primary key ("id"),
      constraint "stock_alert_one" unique nulls not distinct
        ("inventory_item_id", "location_id", "kind", "lot_id"),
      constraint "stock_alert_kind" check (case kind
        when 'low-stock' then lot_id is null and stage is null
        when 'near-expiry' then lot_id is not null and stage in (0, 7, 14, 30)
        else false end)
    );`)
    this.addSql(`create index if not exists "IDX_stock_alert_location" on "stock_alert"
      (location_id);`)

    // One row: the day for which all was looked through, and the day of the last digests.
    this.addSql(`create table if not exists "stock_alert_day" (
      "id" boolean not null default true,
      "day" date not null,
      "told" date null,
      constraint "stock_alert_day_pkey" primary key ("id"),
      constraint "stock_alert_day_one_row" check (id)
    );`)
  }

  override async down(): Promise<void> {
    for (const table of ["stock_alert_day", "stock_alert", "stock_sold", "stock_minimum"])
      this.addSql(`drop table if exists "${table}";`)
  }
}
