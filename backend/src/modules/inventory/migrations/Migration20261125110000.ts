import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Baskets can be taken apart ("rã giỏ"), a loss of consigned goods says who bears it, and a
 * document keeps its point, producer and note, so that it can be listed and printed.
 */
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

    this.addSql(`alter table "stock_document"
      add column if not exists "location_id" text null,
      add column if not exists "producer_id" text null,
      add column if not exists "note" text null;`)
    // Nobody may change a document; here it is told what its own rows say already.
    this.addSql(
      `alter table "stock_document" disable trigger "stock_document_append_only";`,
    )
    this.addSql(`update "stock_document" d set location_id = e.location_id, note = e.note
      from (select distinct on (document_id) document_id, location_id, note from "stock_entry"
             where document_type = 'stock_document' order by document_id, id) e
     where e.document_id = d.id and d.location_id is null;`)
    this.addSql(
      `alter table "stock_document" enable trigger "stock_document_append_only";`,
    )
    this.addSql(`create index if not exists "IDX_stock_document_occurred"
      on "stock_document" (occurred_at, id);`)
  }

  override async down(): Promise<void> {
    throw new Error(
      "The stock ledger cannot be taken back: its rows are the books of the points.",
    )
  }
}
