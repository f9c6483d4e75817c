import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Whatever moves stock, or lets what lies there be sold or not, leaves a message in the outbox with
 * the same commit.
 */
export class Migration20261125091000 extends Migration {
  override async up(): Promise<void> {
    this
      .addSql(`create or replace function stock_entry_announce() returns trigger language plpgsql as $$
      begin
        perform outbox_put('stock.changed', jsonb_build_object('shelves', shelves))
           from (select jsonb_agg(distinct jsonb_build_array(inventory_item_id, location_id))
                          as shelves from entries) moved
          where shelves is not null;
        return null;
      end $$;`)
    this
      .addSql(`create or replace trigger stock_entry_announce after insert on "stock_entry"
      referencing new table as entries for each statement
      execute function stock_entry_announce();`)

    // A recall concerns the baskets that the lot is in, too.
    this
      .addSql(`create or replace function stock_lot_announce() returns trigger language plpgsql as $$
      begin
        perform outbox_put('stock.changed', jsonb_build_object('shelves', shelves))
           from (select jsonb_agg(distinct
                          jsonb_build_array(b.inventory_item_id, b.location_id)) as shelves
                   from stock_balance b
                  where b.on_hand > 0
                    and (b.lot_id = new.id or b.lot_id in (
                          select lot_id from stock_lot_component
                           where component_lot_id = new.id))) moved
          where shelves is not null;
        return null;
      end $$;`)
    this.addSql(`create or replace trigger stock_lot_announce after update on "stock_lot"
      for each row when ((old.recalled_at is null) <> (new.recalled_at is null))
      execute function stock_lot_announce();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists stock_entry_announce() cascade;`)
    this.addSql(`drop function if exists stock_lot_announce() cascade;`)
  }
}
