import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The outbox ("hộp thư đi"): what must be done because something was committed, written by triggers
 * in that very transaction. A message is there if and only if the change is.
 */
export class Migration20261125090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "outbox_message" (
      "id" bigint generated always as identity,
      "topic" text not null,
      "payload" jsonb not null,
      "created_at" timestamptz not null default clock_timestamp(),
      "due_at" timestamptz not null default clock_timestamp(),
      "attempts" integer not null default 0,
      "last_error" text null,
      "parked_at" timestamptz null,
      constraint "outbox_message_pkey" primary key ("id")
    );`)
    this.addSql(`create index if not exists "IDX_outbox_message_due" on "outbox_message"
      (topic, due_at) where parked_at is null;`)
    this.addSql(`create or replace function outbox_put(
        topic text, payload jsonb, after interval default '0 seconds')
      returns void language sql as $$
      insert into outbox_message (topic, payload, due_at)
      values (topic, payload, clock_timestamp() + after) $$;`)

    // A link from an order to its cart: the cart has become this order. The framework may still take
    // it back in the same second, when the payment is refused; whoever acts on the message looks.
    this
      .addSql(`create or replace function outbox_order_placed() returns trigger language plpgsql as $$
      begin
        perform outbox_put('order.placed', jsonb_build_object('order_id', placed.order_id), '1 second')
           from placed where placed.deleted_at is null;
        return null;
      end $$;`)
    // The link of a product with a recognition is a row of its own, written after the recognition.
    this
      .addSql(`create or replace function outbox_recognition_linked() returns trigger language plpgsql as $$
      begin
        perform outbox_put('recognition.changed', jsonb_build_object('ids', ids))
           from (select jsonb_agg(distinct recognition_id) as ids from linked) changed
          where ids is not null;
        return null;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists outbox_order_placed() cascade;`)
    this.addSql(`drop function if exists outbox_recognition_linked() cascade;`)
    this.addSql(`drop function if exists outbox_put(text, jsonb, interval) cascade;`)
    this.addSql(`drop table if exists "outbox_message";`)
  }
}
