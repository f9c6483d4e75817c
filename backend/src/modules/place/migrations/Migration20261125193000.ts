import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261125193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "admin_unit" add column if not exists "name_variants" text[] not null default '{}';`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "admin_unit" drop column if exists "name_variants";`,
    )
  }
}
