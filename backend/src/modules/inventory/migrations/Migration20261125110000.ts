import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Baskets can be taken apart ("rã giỏ"), and a loss of consigned goods says who bears it. */
export class Migration20261125110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "stock_entry" drop constraint if exists "stock_entry_kind";`)
    this
      .addSql(`alter table "stock_entry" add constraint "stock_entry_kind" check (case kind
        when 'receipt' then on_hand_change > 0 and reserved_change = 0 or corrects_id is not null
        when 'return' then on_hand_change > 0 and reserved_change >= 0 or corrects_id is not null
        when 'transfer-in' then on_hand_change > 0 and reserved_change = 0 or corrects_id is not null
        when 'sale' then on_hand_change < 0 and reserved_change <= 0 or corrects_id is not null
        when 'disposal' then on_hand_change < 0 and reserved_change = 0 or corrects_id is not null
        when 'transfer-out' then on_hand_change < 0 and reserved_change = 0 or corrects_id is not null
        when 'producer-return' then on_hand_change < 0 and reserved_change = 0 or corrects_id is not null
        when 'count' then on_hand_change <> 0 and reserved_change = 0
        when 'adjustment' then on_hand_change <> 0 and reserved_change = 0
        when 'assembly' then on_hand_change <> 0 and reserved_change = 0
        when 'disassembly' then on_hand_change <> 0 and reserved_change = 0
        when 'reservation' then on_hand_change = 0 and reserved_change > 0
        when 'reservation-release' then on_hand_change = 0 and reserved_change < 0
        else false end);`)

    // Rows from before say nothing; a null is never a statement about who bears a loss.
    this.addSql(
      `alter table "stock_entry" add column if not exists "borne_by" text null;`,
    )
    this.addSql(
      `alter table "stock_entry" drop constraint if exists "stock_entry_borne_by";`,
    )
    this.addSql(`alter table "stock_entry" add constraint "stock_entry_borne_by" check
      (borne_by is null or borne_by in ('point', 'producer') and owner_id is not null
        and kind in ('adjustment', 'disposal', 'count'));`)

    // What baskets taken apart gave back of each component: never more than was drawn.
    this.addSql(`alter table "stock_lot_component"
      add column if not exists "returned" integer not null default 0;`)
    this.addSql(`alter table "stock_lot_component"
      drop constraint if exists "stock_lot_component_returned";`)
    this
      .addSql(`alter table "stock_lot_component" add constraint "stock_lot_component_returned"
      check (returned between 0 and quantity);`)
  }

  override async down(): Promise<void> {
    throw new Error(
      "The stock ledger cannot be taken back: its rows are the books of the points.",
    )
  }
}
