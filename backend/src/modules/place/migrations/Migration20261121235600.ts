import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121235600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "unit_succession" drop constraint if exists "unit_succession_former_code_current_code_unique";`,
    )
    this.addSql(
      `alter table if exists "admin_unit" drop constraint if exists "admin_unit_level_slug_unique";`,
    )
    this.addSql(
      `alter table if exists "admin_unit" drop constraint if exists "admin_unit_era_code_unique";`,
    )
    this.addSql(
      `create table if not exists "admin_unit" ("id" text not null, "code" text not null, "era" text check ("era" in ('former', 'current')) not null, "level" text check ("level" in ('province', 'district', 'commune')) not null, "name" text not null, "kind" text not null, "slug" text not null, "parent_code" text null, "mountain" boolean not null default false, "latitude" real null, "longitude" real null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "admin_unit_pkey" primary key ("id"), constraint admin_unit_code_digits check (code ~ '^[0-9]{2,5}\$'), constraint admin_unit_province_has_no_parent check ((level = 'province') = (parent_code IS NULL)), constraint admin_unit_position check (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_admin_unit_deleted_at" ON "admin_unit" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_admin_unit_era_code_unique" ON "admin_unit" ("era", "code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_admin_unit_level_slug_unique" ON "admin_unit" ("level", "slug") WHERE era = 'former' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_admin_unit_era_level_parent_code" ON "admin_unit" ("era", "level", "parent_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "unit_succession" ("id" text not null, "former_code" text not null, "current_code" text not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "unit_succession_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_unit_succession_deleted_at" ON "unit_succession" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_unit_succession_former_code_current_code_unique" ON "unit_succession" ("former_code", "current_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_unit_succession_current_code" ON "unit_succession" ("current_code") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "admin_unit" cascade;`)

    this.addSql(`drop table if exists "unit_succession" cascade;`)
  }
}
