import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { IN_TRANSIT } from "../ledger/in-transit"

/**
 * Transfers ("phiếu chuyển kho") that take time, and stocktakes ("kiểm kê") while selling goes on.
 * What moves goods is still a row of the ledger; here is only what the ledger does not say: who asked
 * for what, how far it has come, what was counted when.
 */
export class Migration20261125093000 extends Migration {
  override async up(): Promise<void> {
    // Several documents of one undertaking: a transfer is sent, received, received again, closed.
    this.addSql(
      `alter table "stock_document" add column if not exists "part_of" text null;`,
    )
    this
      .addSql(`create index if not exists "IDX_stock_document_part_of" on "stock_document" (part_of)
      where part_of is not null;`)

    // Goods on the road are nobody's to sell.
    this
      .addSql(`create or replace function stock_sellable(location text, lot stock_lot) returns boolean
      language sql stable as $$
      select location <> '${IN_TRANSIT}' and (lot.id is null or stock_lot_sellable(lot)) $$;`)

    this.addSql(`create table if not exists "stock_transfer" (
      "id" text not null,
      "from_location_id" text not null,
      "to_location_id" text not null,
      "status" text not null default 'draft',
      "revision" integer not null default 1,
      "note" text null,
      "created_by" text null,
      "created_at" timestamptz not null default clock_timestamp(),
      "sent_at" timestamptz null,
      "ended_at" timestamptz null,
      constraint "stock_transfer_pkey" primary key ("id"),
      constraint "stock_transfer_status" check (status in ('draft', 'sent', 'closed', 'cancelled')),
      constraint "stock_transfer_ends" check (from_location_id <> to_location_id),
      constraint "stock_transfer_ended" check
        ((ended_at is not null) = (status in ('closed', 'cancelled')))
    );`)
    this.addSql(`create index if not exists "IDX_stock_transfer_open" on "stock_transfer"
      (status, created_at) where status in ('draft', 'sent');`)
    // A line names a lot, goods without one, or leaves the choice (first expired, first out).
    this.addSql(`create table if not exists "stock_transfer_line" (
      "transfer_id" text not null references "stock_transfer" ("id"),
      "line" integer not null,
      "inventory_item_id" text not null,
      "names_lot" boolean not null,
      "lot_id" text null references "stock_lot" ("id"),
      "quantity" integer not null,
      constraint "stock_transfer_line_pkey" primary key ("transfer_id", "line"),
      constraint "stock_transfer_line_quantity" check (quantity > 0),
      constraint "stock_transfer_line_lot" check (names_lot or lot_id is null)
    );`)

    this.addSql(`create table if not exists "stocktake" (
      "id" text not null,
      "location_id" text not null,
      "status" text not null default 'counting',
      "blind" boolean not null default true,
      "item_ids" text[] null,
      "note" text null,
      "started_by" text null,
      "started_at" timestamptz not null default clock_timestamp(),
      "ended_by" text null,
      "ended_at" timestamptz null,
      constraint "stocktake_pkey" primary key ("id"),
      constraint "stocktake_status" check (status in ('counting', 'approved', 'cancelled')),
      constraint "stocktake_ended" check ((ended_at is not null) = (status <> 'counting'))
    );`)
    this.addSql(`create index if not exists "IDX_stocktake_location" on "stocktake"
      (location_id, started_at);`)
    // What a device saw: "add" counts on (each scan one), "set" begins the device's count anew.
    this.addSql(`create table if not exists "stocktake_count" (
      "id" bigint generated always as identity,
      "stocktake_id" text not null references "stocktake" ("id"),
      "document_id" text not null references "stock_document" ("id"),
      "inventory_item_id" text not null,
      "lot_id" text null references "stock_lot" ("id"),
      "mode" text not null,
      "quantity" integer not null,
      "device_id" text null,
      "actor_id" text null,
      "counted_at" timestamptz not null,
      "recorded_at" timestamptz not null default clock_timestamp(),
      constraint "stocktake_count_pkey" primary key ("id"),
      constraint "stocktake_count_mode" check (mode in ('add', 'set')),
      constraint "stocktake_count_quantity" check (quantity >= 0)
    );`)
    this.addSql(`create index if not exists "IDX_stocktake_count_of" on "stocktake_count"
      (stocktake_id, inventory_item_id);`)
    this
      .addSql(`create or replace trigger stocktake_count_append_only before update or delete
      on "stocktake_count" for each row execute function stock_append_only();`)
  }

  override async down(): Promise<void> {
    throw new Error("Transfers and counts are books of the points: not to be taken back.")
  }
}
