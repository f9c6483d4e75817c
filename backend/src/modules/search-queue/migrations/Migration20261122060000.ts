import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122060000 extends Migration {
  override async up(): Promise<void> {
    // One row: the day, by the clock of the stock, for which the documents were last looked through.
    this.addSql(`create table if not exists "search_day" (
      "id" boolean not null default true,
      "day" date not null,
      constraint "search_day_pkey" primary key ("id"),
      constraint "search_day_one_row" check (id)
    );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "search_day";`)
  }
}
