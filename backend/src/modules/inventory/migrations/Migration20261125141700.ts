import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Photos and signatures of documents. A row is a picture, named by the hash of what is kept; the
 * picture itself lies with the file module.
 */
export class Migration20261125141700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "stock_attachment" (
      "id" text not null,
      "kind" text not null,
      "type" text not null,
      "bytes" integer not null,
      "width" integer not null,
      "height" integer not null,
      "file_key" text not null,
      "uploaded_by" text null,
      "created_at" timestamptz not null default clock_timestamp(),
      "offered_at" timestamptz not null default clock_timestamp(),
      constraint "stock_attachment_pkey" primary key ("id"),
      constraint "stock_attachment_id" check (id ~ '^[0-9a-f]{64}$'),
      constraint "stock_attachment_kind" check (kind in ('photo', 'signature')),
      constraint "stock_attachment_size" check (bytes > 0 and width > 0 and height > 0)
    );`)
    this.addSql(`create index if not exists "IDX_stock_attachment_offered"
      on "stock_attachment" (offered_at);`)
    this.addSql(`create table if not exists "stock_document_attachment" (
      "document_id" text not null references "stock_document" ("id"),
      "place" integer not null,
      "attachment_id" text not null references "stock_attachment" ("id"),
      constraint "stock_document_attachment_pkey" primary key ("document_id", "place")
    );`)
    this.addSql(`create index if not exists "IDX_stock_document_attachment_attachment"
      on "stock_document_attachment" (attachment_id);`)
    // What a document was posted with belongs to it for good.
    this
      .addSql(`create or replace trigger stock_document_attachment_append_only before update or delete
      on "stock_document_attachment" for each row execute function stock_append_only();`)
    this
      .addSql(`create or replace trigger stock_document_attachment_no_truncate before truncate
      on "stock_document_attachment" for each statement execute function stock_append_only();`)
  }

  override async down(): Promise<void> {
    throw new Error("What documents were posted with cannot be taken back.")
  }
}
