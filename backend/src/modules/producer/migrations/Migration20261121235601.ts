import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121235601 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "producer" drop constraint if exists "producer_handle_unique";`,
    )
    this.addSql(
      `create table if not exists "producer" ("id" text not null, "handle" text not null, "name" text not null, "entity_type" text check ("entity_type" in ('HTX', 'DN', 'THT', 'HKD')) not null, "story" text null, "commune_code" text null, "district_code" text null, "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_deleted_at" ON "producer" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_handle_unique" ON "producer" ("handle") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_entity_type" ON "producer" ("entity_type") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "producer_entity_history" ("id" text not null, "producer_id" text not null, "name" text not null, "entity_type" text check ("entity_type" in ('HTX', 'DN', 'THT', 'HKD')) not null, "valid_from" text null, "valid_to" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_entity_history_pkey" primary key ("id"), constraint producer_entity_history_days check (valid_from ~ '^\\d{4}-\\d{2}-\\d{2}\$' AND valid_to ~ '^\\d{4}-\\d{2}-\\d{2}\$' AND valid_from < valid_to));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_entity_history_producer_id" ON "producer_entity_history" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_entity_history_deleted_at" ON "producer_entity_history" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "producer_entity_history" add constraint "producer_entity_history_producer_id_foreign" foreign key ("producer_id") references "producer" ("id") on update cascade on delete cascade;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "producer_entity_history" drop constraint if exists "producer_entity_history_producer_id_foreign";`,
    )

    this.addSql(`drop table if exists "producer" cascade;`)

    this.addSql(`drop table if exists "producer_entity_history" cascade;`)
  }
}
