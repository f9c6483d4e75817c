import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A change of the register leaves a message in the outbox with the same commit. */
export class Migration20261125092000 extends Migration {
  override async up(): Promise<void> {
    this
      .addSql(`create or replace function ocop_recognition_announce() returns trigger language plpgsql as $$
      begin
        perform outbox_put('recognition.changed', jsonb_build_object('ids', ids))
           from (select jsonb_agg(id) as ids from changed) rows
          where ids is not null;
        return null;
      end $$;`)
    for (const event of ["insert", "update"])
      this
        .addSql(`create or replace trigger ocop_recognition_announce_${event} after ${event}
        on "ocop_recognition" referencing new table as changed for each statement
        execute function ocop_recognition_announce();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists ocop_recognition_announce() cascade;`)
  }
}
