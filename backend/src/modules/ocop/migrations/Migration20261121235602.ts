import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121235602 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "ocop_regime" drop constraint if exists "ocop_regime_code_unique";`,
    )
    this.addSql(
      `alter table if exists "ocop_recognition" drop constraint if exists "ocop_recognition_issuer_certificate_number_unique";`,
    )
    this.addSql(
      `alter table if exists "ocop_quoted_figure" drop constraint if exists "ocop_quoted_figure_key_unique";`,
    )
    this.addSql(
      `alter table if exists "ocop_product_group" drop constraint if exists "ocop_product_group_regime_code_code_unique";`,
    )
    this.addSql(
      `create table if not exists "ocop_product_group" ("id" text not null, "regime_code" text not null, "code" text not null, "name" text not null, "sector" text null, "rank" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_product_group_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_product_group_deleted_at" ON "ocop_product_group" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_product_group_regime_code_code_unique" ON "ocop_product_group" ("regime_code", "code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "ocop_quoted_figure" ("id" text not null, "key" text not null, "table" text not null, "label" text not null, "value" real not null, "unit" text not null, "as_of" text not null, "source" text not null, "note" text null, "rank" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_quoted_figure_pkey" primary key ("id"), constraint ocop_quoted_figure_as_of_day check (as_of ~ '^\\d{4}-\\d{2}-\\d{2}\$'));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_quoted_figure_deleted_at" ON "ocop_quoted_figure" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_quoted_figure_key_unique" ON "ocop_quoted_figure" ("key") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "ocop_recognition" ("id" text not null, "regime_code" text not null, "group_code" text not null, "display_group" text check ("display_group" in ('thuc-pham', 'do-uong', 'thao-duoc', 'vai-may-mac', 'luu-niem', 'du-lich')) not null, "decision_no" text null, "decision_date" text null, "expires_on" text null, "issuer" text not null, "stars" integer null, "score" real null, "proposed" boolean not null default false, "proposed_stars" integer null, "proposed_on" text null, "evaluation_year" integer not null, "round" integer not null, "certificate_number" text null, "producer_name" text not null, "entity_type" text check ("entity_type" in ('HTX', 'DN', 'THT', 'HKD')) not null, "commune_code" text null, "district_code" text null, "origin_text" text null, "status" text check ("status" in ('draft', 'proposed', 'valid', 'expiring', 'expired', 'superseded', 'revoked')) not null, "revoked_on" text null, "revoked_reason" text null, "superseded_on" text null, "superseded_by_id" text null, "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_recognition_pkey" primary key ("id"), constraint ocop_recognition_stars check (stars BETWEEN 3 AND 5 AND proposed_stars BETWEEN 3 AND 5), constraint ocop_recognition_proposal_is_higher check (proposed_stars > stars), constraint ocop_recognition_score check (score BETWEEN 0 AND 100), constraint ocop_recognition_decided_whole check ((decision_date IS NULL) = (expires_on IS NULL) AND (decision_date IS NULL) = (stars IS NULL)), constraint ocop_recognition_expires_after_decision check (expires_on > decision_date), constraint ocop_recognition_decision_date_day check (decision_date ~ '^\\d{4}-\\d{2}-\\d{2}\$'), constraint ocop_recognition_expires_on_day check (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}\$'), constraint ocop_recognition_revoked_whole check ((revoked_on IS NULL) = (revoked_reason IS NULL)), constraint ocop_recognition_superseded_whole check ((superseded_on IS NULL) = (superseded_by_id IS NULL)), constraint ocop_recognition_round check (round >= 1 AND evaluation_year BETWEEN 2018 AND 2100));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_deleted_at" ON "ocop_recognition" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_recognition_issuer_certificate_number_unique" ON "ocop_recognition" ("issuer", "certificate_number") WHERE certificate_number IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_certificate_number" ON "ocop_recognition" ("certificate_number") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_status" ON "ocop_recognition" ("status") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_recognition_expires_on" ON "ocop_recognition" ("expires_on") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "ocop_regime" ("id" text not null, "code" text not null, "name" text not null, "legal_text" text not null, "valid_from" text not null, "valid_to" text null, "weight_a" integer null, "weight_b" integer null, "weight_c" integer null, "recognised_by" text not null, "verified" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ocop_regime_pkey" primary key ("id"), constraint ocop_regime_weights check (weight_a + weight_b + weight_c = 100), constraint ocop_regime_days check (valid_from ~ '^\\d{4}-\\d{2}-\\d{2}\$' AND valid_from < valid_to));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ocop_regime_deleted_at" ON "ocop_regime" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ocop_regime_code_unique" ON "ocop_regime" ("code") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ocop_product_group" cascade;`)

    this.addSql(`drop table if exists "ocop_quoted_figure" cascade;`)

    this.addSql(`drop table if exists "ocop_recognition" cascade;`)

    this.addSql(`drop table if exists "ocop_regime" cascade;`)
  }
}
