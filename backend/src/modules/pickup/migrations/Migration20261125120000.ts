import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Orders fetched at a point ("nhận tại điểm"), the commands that handed them over, and the money that
 * a person has to give back ("việc hoàn tiền").
 */
export class Migration20261125120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "pickup_order" (
      "order_id" text not null,
      "location_id" text not null,
      "status" text not null default 'placed',
      "code" text not null,
      "wrong_tries" integer not null default 0,
      "locked_until" timestamptz null,
      "placed_at" timestamptz not null,
      "ready_at" timestamptz null,
      "expires_at" timestamptz not null,
      "collected_at" timestamptz null,
      "collected_by" text null,
      "device_id" text null,
      "updated_at" timestamptz not null default clock_timestamp(),
      constraint "pickup_order_pkey" primary key ("order_id"),
      constraint "pickup_order_status" check
        (status in ('placed', 'preparing', 'ready', 'collected', 'expired', 'cancelled')),
      constraint "pickup_order_code" check (code ~ '^[0-9]{6}$'),
      constraint "pickup_order_wrong_tries" check (wrong_tries between 0 and 5),
      constraint "pickup_order_ready" check (status <> 'ready' or ready_at is not null),
      constraint "pickup_order_collected" check
        ((status = 'collected') = (collected_at is not null))
    );`)
    this.addSql(`create index if not exists "IDX_pickup_order_location" on "pickup_order"
      (location_id, placed_at, order_id);`)
    this
      .addSql(`create index if not exists "IDX_pickup_order_open" on "pickup_order" (expires_at)
      where status in ('placed', 'preparing', 'ready');`)

    this.addSql(`create table if not exists "pickup_command" (
      "id" uuid not null,
      "order_id" text not null,
      "fingerprint" text not null,
      "answer" jsonb not null,
      "recorded_at" timestamptz not null default clock_timestamp(),
      constraint "pickup_command_pkey" primary key ("id")
    );`)

    this.addSql(`create table if not exists "refund_task" (
      "id" bigint generated always as identity,
      "order_id" text not null,
      "amount" numeric not null,
      "reason" text not null,
      "created_at" timestamptz not null default clock_timestamp(),
      "done_at" timestamptz null,
      "done_by" text null,
      constraint "refund_task_pkey" primary key ("id"),
      constraint "refund_task_once" unique ("order_id"),
      constraint "refund_task_amount" check (amount > 0)
    );`)

    // What has to be told of it is told by the outbox, in the transaction of the change.
    this
      .addSql(`create or replace function pickup_announce() returns trigger language plpgsql as $$
      begin
        perform outbox_put('pickup.moved',
          jsonb_build_object('order_id', new.order_id, 'status', new.status));
        return null;
      end $$;`)
    this
      .addSql(`create or replace trigger pickup_announce after update of status on "pickup_order"
      for each row when (old.status is distinct from new.status and new.status in ('ready', 'expired'))
      execute function pickup_announce();`)

    // An order that is cancelled, by whomever, has nothing to be fetched from that commit on. Its
    // trigger is put when the application starts: the framework's table may not be there yet.
    this
      .addSql(`create or replace function pickup_follow_order() returns trigger language plpgsql as $$
      begin
        update pickup_order
           set status = case when expires_at <= clock_timestamp() then 'expired' else 'cancelled' end,
               updated_at = clock_timestamp()
         where order_id = new.id and status in ('placed', 'preparing', 'ready');
        return null;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists pickup_follow_order() cascade;`)
    this.addSql(`drop table if exists "refund_task";`)
    this.addSql(`drop table if exists "pickup_command";`)
    this.addSql(`drop table if exists "pickup_order";`)
    this.addSql(`drop function if exists pickup_announce();`)
  }
}
