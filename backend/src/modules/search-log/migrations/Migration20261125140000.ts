import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Searches, counted. A day is the finest time there is, and nothing tells in which order or by whom:
 * a row has no id, no moment and no link to anything. A batch is remembered so that it is not counted
 * twice; it does not know what was in it.
 */
export class Migration20261125140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "search_log" (
      "day" date not null,
      "folded" text not null,
      "query" text not null,
      "searches" integer not null,
      "results_last" integer null,
      "zero_results" integer not null,
      "clicks" integer not null,
      "corrected" integer not null,
      constraint "search_log_pkey" primary key ("day", "folded"),
      constraint "search_log_query" check (char_length(query) between 1 and 80
        and query !~ '@' and query !~ '(\\d.*){6}'),
      constraint "search_log_counts" check (searches >= 0 and results_last >= 0 and clicks >= 0
        and zero_results >= 0 and corrected >= 0 and zero_results + corrected <= searches)
    );`)
    this.addSql(`create table if not exists "search_log_batch" (
      "id" uuid not null,
      "received_on" date not null,
      constraint "search_log_batch_pkey" primary key ("id")
    );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "search_log_batch";`)
    this.addSql(`drop table if exists "search_log";`)
  }
}
