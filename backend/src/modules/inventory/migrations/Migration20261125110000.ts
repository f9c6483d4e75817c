import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A loss of consigned goods says who bears it. */
export class Migration20261125110000 extends Migration {
  override async up(): Promise<void> {
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
  }

  override async down(): Promise<void> {
    throw new Error(
      "The stock ledger cannot be taken back: its rows are the books of the points.",
    )
  }
}
