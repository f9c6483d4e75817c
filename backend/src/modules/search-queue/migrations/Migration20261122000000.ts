import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "search_mark" (
      "id" text not null,
      "index_name" text not null,
      "product_id" text not null,
      "revision" integer not null default 1,
      "marked_at" timestamptz not null,
      "ingested_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "search_mark_pkey" primary key ("id")
    );`)
    this.addSql(
      `create index if not exists "IDX_search_mark_waiting" on "search_mark" ("index_name", "marked_at") where ingested_at is null;`,
    )
    // PostgreSQL knows no Vietnamese word endings (there are none); it only has to fold accents.
    this.addSql(`create extension if not exists unaccent;`)
    this.addSql(`create extension if not exists pg_trgm;`)
    this.addSql(`do $$ begin
      if not exists (select 1 from pg_ts_config where cfgname = 'medusa_search_simple') then
        create text search configuration medusa_search_simple (copy = simple);
        alter text search configuration medusa_search_simple
          alter mapping for hword, hword_part, word with unaccent, simple;
      end if;
    end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "search_mark" cascade;`)
  }
}
