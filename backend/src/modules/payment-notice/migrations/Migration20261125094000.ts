import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Notices of payment ("báo có") as banks and card processors send them. A notice is here, with the
 * message that has it dealt with, before its sender is told that it has arrived: he will not repeat
 * it. The same notice sent again is the same row.
 */
export class Migration20261125094000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "payment_notice" (
      "id" bigint generated always as identity,
      "provider" text not null,
      "fingerprint" text not null,
      "action" text not null,
      "session_id" text null,
      "amount" numeric null,
      "body" text not null,
      "times" integer not null default 1,
      "received_at" timestamptz not null default clock_timestamp(),
      "settled_at" timestamptz null,
      constraint "payment_notice_pkey" primary key ("id"),
      constraint "payment_notice_once" unique ("provider", "fingerprint"),
      constraint "payment_notice_amount" check (amount >= 0)
    );`)
    this
      .addSql(`create index if not exists "IDX_payment_notice_open" on "payment_notice" (received_at)
      where settled_at is null;`)
    this
      .addSql(`create or replace function payment_notice_announce() returns trigger language plpgsql as $$
      begin
        perform outbox_put('payment.noticed', jsonb_build_object('notice_id', new.id::text));
        return null;
      end $$;`)
    this
      .addSql(`create or replace trigger payment_notice_announce after insert on "payment_notice"
      for each row when (new.settled_at is null) execute function payment_notice_announce();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payment_notice";`)
    this.addSql(`drop function if exists payment_notice_announce() cascade;`)
  }
}
