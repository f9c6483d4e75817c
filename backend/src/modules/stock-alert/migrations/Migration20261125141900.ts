import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Alerts that have recovered keep when and by what. */
export class Migration20261125141900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "stock_alert_closed" (
      "id" bigint not null,
      "kind" text not null,
      "inventory_item_id" text not null,
      "location_id" text not null,
      "lot_id" text null,
      "stage" integer null,
      "opened_at" timestamptz not null,
      "closed_at" timestamptz not null default clock_timestamp(),
      "closed_by_kind" text not null,
      constraint "stock_alert_closed_pkey" primary key ("id")
    );`)
    this.addSql(`create index if not exists "IDX_stock_alert_closed_at"
      on "stock_alert_closed" (closed_at desc);`)
    this.addSql(`create index if not exists "IDX_stock_alert_closed_location"
      on "stock_alert_closed" (location_id, closed_at desc);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "stock_alert_closed";`)
  }
}
