import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The stock ledger ("thẻ kho"). `stock_entry` is the one door: inserting a row moves the balance of
 * the lot and the framework's `inventory_level` in the same statement, nothing else can move them,
 * and what would make a figure impossible is refused by the tables themselves.
 */
export class Migration20261122040000 extends Migration {
  override async up(): Promise<void> {
    // The one clock of stock: the day it is in Việt Nam.
    this
      .addSql(`create or replace function stock_today() returns date language sql stable as $$
      select (now() at time zone 'Asia/Ho_Chi_Minh')::date $$;`)

    this.addSql(`create table if not exists "stock_lot" (
      "id" text not null,
      "inventory_item_id" text not null,
      "code" text not null,
      "made_on" date null,
      "best_before" date null,
      "producer_id" text null,
      "ownership" text not null default 'owned',
      "agreed_price" integer null,
      "commission_bps" integer null,
      "recalled_at" timestamptz null,
      "recalled_by" text null,
      "recall_reason" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      constraint "stock_lot_pkey" primary key ("id"),
      constraint "stock_lot_code" check (btrim(code) <> ''),
      constraint "stock_lot_dates" check (best_before >= made_on),
      constraint "stock_lot_ownership" check (ownership in ('owned', 'consigned')),
      constraint "stock_lot_consignor" check (ownership = 'owned' or producer_id is not null),
      constraint "stock_lot_agreed_price" check (agreed_price >= 0),
      constraint "stock_lot_commission" check (commission_bps between 0 and 10000),
      constraint "stock_lot_recall" check
        (recalled_at is null or coalesce(btrim(recall_reason), '') <> '')
    );`)
    this.addSql(`create unique index if not exists "IDX_stock_lot_code" on "stock_lot"
      (inventory_item_id, code, coalesce(producer_id, ''), ownership);`)

    // What the gift baskets ("giỏ quà") of a lot were assembled of: all pieces drawn, which is exact
    // also where a component came from two lots. A correction may bring it down to nothing.
    this.addSql(`create table if not exists "stock_lot_component" (
      "lot_id" text not null references "stock_lot" ("id"),
      "line" integer not null,
      "inventory_item_id" text not null,
      "component_lot_id" text null references "stock_lot" ("id"),
      "quantity" integer not null,
      "unit_value" integer not null,
      constraint "stock_lot_component_pkey" primary key ("lot_id", "line"),
      constraint "stock_lot_component_quantity" check (quantity >= 0),
      constraint "stock_lot_component_unit_value" check (unit_value >= 0)
    );`)
    this.addSql(`create index if not exists "IDX_stock_lot_component_lot"
      on "stock_lot_component" (component_lot_id) where component_lot_id is not null;`)

    // A recall of what is in a basket holds for the basket.
    this
      .addSql(`create or replace function stock_lot_sellable(lot stock_lot) returns boolean
      language sql stable as $$
      select lot.recalled_at is null
         and (lot.best_before is null or lot.best_before > stock_today())
         and not exists (select from stock_lot_component c
               join stock_lot part on part.id = c.component_lot_id
              where c.lot_id = lot.id and c.quantity > 0 and part.recalled_at is not null) $$;`)

    this.addSql(`create table if not exists "stock_balance" (
      "inventory_item_id" text not null,
      "location_id" text not null,
      "lot_id" text null references "stock_lot" ("id"),
      "on_hand" integer not null default 0,
      "reserved" integer not null default 0,
      constraint "stock_balance_key" unique nulls not distinct
        ("inventory_item_id", "location_id", "lot_id"),
      constraint "stock_on_hand_not_negative" check (on_hand >= 0),
      constraint "stock_reserved_not_negative" check (reserved >= 0),
      constraint "stock_reserved_within_on_hand" check (reserved <= on_hand)
    );`)
    this.addSql(`create index if not exists "IDX_stock_balance_on_hand" on "stock_balance"
      (inventory_item_id, location_id) where on_hand > 0;`)
    this
      .addSql(`create index if not exists "IDX_stock_balance_lot" on "stock_balance" (lot_id)
      where lot_id is not null;`)

    // One posted document; its id is made by the client, so that sending it again posts it once.
    this.addSql(`create table if not exists "stock_document" (
      "id" text not null,
      "kind" text not null,
      "fingerprint" text not null,
      "actor_id" text null,
      "device_id" text null,
      "occurred_at" timestamptz not null,
      "recorded_at" timestamptz not null default clock_timestamp(),
      constraint "stock_document_pkey" primary key ("id")
    );`)

    this.addSql(`create table if not exists "stock_entry" (
      "id" bigint generated always as identity,
      "inventory_item_id" text not null,
      "location_id" text not null,
      "lot_id" text null references "stock_lot" ("id"),
      "kind" text not null,
      "quantity" integer not null,
      "on_hand_change" integer not null,
      "reserved_change" integer not null default 0,
      "reservation_id" text null,
      "document_type" text not null,
      "document_id" text not null,
      "document_line" text null,
      "owner_id" text null,
      "reason" text null,
      "note" text null,
      "actor_id" text null,
      "device_id" text null,
      "corrects_id" bigint null,
      "occurred_at" timestamptz not null,
      "recorded_at" timestamptz not null default clock_timestamp(),
      constraint "stock_entry_pkey" primary key ("id"),
      constraint "stock_entry_corrects" foreign key ("corrects_id") references "stock_entry" ("id"),
      constraint "stock_entry_quantity" check (quantity > 0),
      constraint "stock_entry_reason" check
        (kind <> 'adjustment' or coalesce(btrim(reason), '') <> ''),
      constraint "stock_entry_reservation" check (reserved_change = 0 or reservation_id is not null),
      constraint "stock_entry_changes" check (
        abs(on_hand_change) in (0, quantity) and abs(reserved_change) in (0, quantity)
        and (on_hand_change <> 0 or reserved_change <> 0)),
      constraint "stock_entry_kind" check (case kind
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
        when 'reservation' then on_hand_change = 0 and reserved_change > 0
        when 'reservation-release' then on_hand_change = 0 and reserved_change < 0
        else false end)
    );`)
    this.addSql(`create index if not exists "IDX_stock_entry_card" on "stock_entry"
      (inventory_item_id, location_id, id) include (on_hand_change, reserved_change);`)
    this.addSql(`create index if not exists "IDX_stock_entry_reservation" on "stock_entry"
      (reservation_id) where reservation_id is not null;`)
    this.addSql(
      `create index if not exists "IDX_stock_entry_document" on "stock_entry" (document_id);`,
    )
    this
      .addSql(`create index if not exists "IDX_stock_entry_lot" on "stock_entry" (lot_id, id)
      where lot_id is not null;`)
    this
      .addSql(`create index if not exists "IDX_stock_entry_corrects" on "stock_entry" (corrects_id)
      where corrects_id is not null;`)
    // Holds of a cart that is being completed, by cart.
    this
      .addSql(`create index if not exists "IDX_reservation_item_external_id" on "reservation_item"
      (external_id) where external_id is not null and deleted_at is null;`)

    this
      .addSql(`create or replace function stock_entry_apply() returns trigger language plpgsql as $$
      declare missing text;
      begin
        insert into stock_balance (inventory_item_id, location_id, lot_id)
        select distinct inventory_item_id, location_id, lot_id from entries e
         where not exists (select from stock_balance b
           where b.inventory_item_id = e.inventory_item_id and b.location_id = e.location_id
             and b.lot_id is not distinct from e.lot_id)
        on conflict do nothing;

        update stock_balance b
           set on_hand = b.on_hand + moved.on_hand, reserved = b.reserved + moved.reserved
          from (select inventory_item_id, location_id, lot_id,
                       sum(on_hand_change) as on_hand, sum(reserved_change) as reserved
                  from entries group by 1, 2, 3) moved
         where b.inventory_item_id = moved.inventory_item_id
           and b.location_id = moved.location_id and b.lot_id is not distinct from moved.lot_id;

        with moved as (
          select inventory_item_id, location_id,
                 sum(on_hand_change) as on_hand, sum(reserved_change) as reserved
            from entries group by 1, 2),
        changed as (
          update inventory_level l
             set stocked_quantity = l.stocked_quantity + m.on_hand,
                 raw_stocked_quantity = jsonb_build_object(
                   'value', (l.stocked_quantity + m.on_hand)::text, 'precision', 20),
                 reserved_quantity = l.reserved_quantity + m.reserved,
                 raw_reserved_quantity = jsonb_build_object(
                   'value', (l.reserved_quantity + m.reserved)::text, 'precision', 20),
                 updated_at = now()
            from moved m
           where l.inventory_item_id = m.inventory_item_id and l.location_id = m.location_id
             and l.deleted_at is null
          returning l.inventory_item_id, l.location_id)
        select format('%s at %s', m.inventory_item_id, m.location_id) into missing
          from moved m left join changed c using (inventory_item_id, location_id)
         where c.location_id is null limit 1;
        if missing is not null then
          raise exception 'stock: % is not kept', missing using errcode = 'foreign_key_violation';
        end if;
        return null;
      end $$;`)
    this.addSql(`create or replace trigger stock_entry_apply after insert on "stock_entry"
      referencing new table as entries for each statement execute function stock_entry_apply();`)

    // What is there when the ledger begins becomes its first rows.
    this.addSql(`create temporary table stock_opening on commit drop as
      select l.inventory_item_id, l.location_id,
             greatest(l.stocked_quantity, coalesce(sum(r.quantity), 0))::integer as on_hand
        from inventory_level l
        left join reservation_item r on r.inventory_item_id = l.inventory_item_id
         and r.location_id = l.location_id and r.deleted_at is null
       where l.deleted_at is null group by l.id;`)
    this.addSql(`update inventory_level set
      stocked_quantity = 0, raw_stocked_quantity = '{"value": "0", "precision": 20}',
      reserved_quantity = 0, raw_reserved_quantity = '{"value": "0", "precision": 20}';`)
    this.addSql(`insert into stock_entry (inventory_item_id, location_id, kind, quantity,
        on_hand_change, reason, document_type, document_id, occurred_at)
      select inventory_item_id, location_id, 'adjustment', on_hand, on_hand, 'opening',
             'system', 'opening', now()
        from stock_opening where on_hand > 0;`)
    this.addSql(`insert into stock_entry (inventory_item_id, location_id, kind, quantity,
        on_hand_change, reserved_change, reservation_id, document_type, document_id,
        document_line, occurred_at)
      select r.inventory_item_id, r.location_id, 'reservation', r.quantity::integer, 0,
             r.quantity::integer, r.id, 'system', 'opening', r.line_item_id, now()
        from reservation_item r
        join inventory_level l on l.inventory_item_id = r.inventory_item_id
         and l.location_id = r.location_id and l.deleted_at is null
       where r.deleted_at is null and r.quantity > 0;`)

    this.addSql(`alter table "inventory_level"
      add constraint "inventory_level_on_hand_not_negative" check (stocked_quantity >= 0),
      add constraint "inventory_level_reserved_not_negative" check (reserved_quantity >= 0),
      add constraint "inventory_level_reserved_within_on_hand"
        check (reserved_quantity <= stocked_quantity);`)
    this
      .addSql(`alter table "reservation_item" add constraint "reservation_item_quantity_positive"
      check (quantity > 0 and quantity = trunc(quantity));`)

    // Balances move inside the trigger above and nowhere else.
    this
      .addSql(`create or replace function stock_guard() returns trigger language plpgsql as $$
      begin
        if pg_trigger_depth() > 1 then return new; end if;
        raise exception 'stock: %.% changes only by a stock entry', tg_table_schema, tg_table_name
          using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create or replace trigger stock_balance_guard before insert or update
      on "stock_balance" for each row execute function stock_guard();`)
    this.addSql(`create or replace trigger inventory_level_guard_update before update
      on "inventory_level" for each row
      when (new.stocked_quantity is distinct from old.stocked_quantity
         or new.reserved_quantity is distinct from old.reserved_quantity
         or new.inventory_item_id is distinct from old.inventory_item_id
         or new.location_id is distinct from old.location_id
         or (new.deleted_at is not null and old.deleted_at is null
             and (old.stocked_quantity <> 0 or old.reserved_quantity <> 0)))
      execute function stock_guard();`)
    this.addSql(`create or replace trigger inventory_level_guard_insert before insert
      on "inventory_level" for each row
      when (new.stocked_quantity <> 0 or new.reserved_quantity <> 0)
      execute function stock_guard();`)

    this
      .addSql(`create or replace function stock_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'stock: rows of % are not taken back', tg_table_name
          using errcode = 'restrict_violation';
      end $$;`)
    // Not by a cascade either: a deleted item would take its shelf with it.
    this.addSql(`create or replace trigger inventory_level_guard_delete before delete
      on "inventory_level" for each row
      when (old.stocked_quantity <> 0 or old.reserved_quantity <> 0)
      execute function stock_append_only();`)
    this.addSql(`create or replace trigger stock_balance_no_delete before delete
      on "stock_balance" for each row execute function stock_append_only();`)
    for (const table of ["stock_entry", "stock_document"]) {
      this.addSql(`create or replace trigger ${table}_append_only before update or delete
        on "${table}" for each row execute function stock_append_only();`)
      this.addSql(`create or replace trigger ${table}_no_truncate before truncate
        on "${table}" for each statement execute function stock_append_only();`)
    }
  }

  override async down(): Promise<void> {
    throw new Error(
      "The stock ledger cannot be taken back: its rows are the books of the points.",
    )
  }
}
