import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121235603 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "showroom" drop constraint if exists "showroom_handle_unique";`,
    )
    this.addSql(
      `create table if not exists "showroom" ("id" text not null, "handle" text not null, "name" text not null, "kind" text check ("kind" in ('point', 'center')) not null, "funding_source" text check ("funding_source" in ('state-budget', 'truong-son-xanh', 'ministry-of-industry-and-trade', 'unstated')) not null, "address" text not null, "district_code" text not null, "current_commune_code" text not null, "opening_hours" jsonb not null, "latitude" real null, "longitude" real null, "opened_on" text null, "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "showroom_pkey" primary key ("id"), constraint showroom_position check (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180), constraint showroom_opened_on_day check (opened_on ~ '^\\d{4}-\\d{2}-\\d{2}\$'));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_showroom_deleted_at" ON "showroom" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_showroom_handle_unique" ON "showroom" ("handle") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "showroom" cascade;`)
  }
}
