import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Leases on keys, by the database's clock. `lock_lease` says who has a key, `lock_waiter` in which
 * order the processes that found one taken are to have it. Taking is a function, so that it is one
 * round trip that takes all the keys or none.
 */
export class Migration20261122050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "lock_lease" (
      "key" text not null,
      "holder" text not null,
      "owner_id" text null,
      "expires_at" timestamptz not null,
      "ends_at" timestamptz null,
      constraint "lock_lease_pkey" primary key ("key")
    );`)
    this.addSql(`create table if not exists "lock_waiter" (
      "holder" text not null,
      "ticket" bigint generated always as identity,
      "keys" text[] not null,
      "expires_at" timestamptz not null,
      constraint "lock_waiter_pkey" primary key ("holder")
    );`)
    // The keys come sorted and without repetition. A lease that has run out, and the owner's own,
    // are free to take. With patience the caller gets a place in the line when he gets no lease,
    // and is not let past those who have waited longer.
    this.addSql(`create or replace function lock_lease_take(
        wanted text[], taker text, owner text, lease double precision, expire double precision,
        patience double precision)
      returns boolean language plpgsql as $$
    declare
      moment timestamptz := clock_timestamp();
      until_end timestamptz := moment + make_interval(secs => expire);
      until_lapse timestamptz := least(until_end, moment + make_interval(secs => lease));
      place bigint;
      written integer;
    begin
      -- A lease lives for seconds: it need not be on the disk before the caller goes on.
      perform set_config('synchronous_commit', 'off', true);
      if patience is not null then
        select w.ticket into place from lock_waiter w where w.holder = taker;
      end if;
      if not exists (
           select from lock_lease l
            where l.key = any(wanted) and l.expires_at > moment
              and (owner is null or l.owner_id is distinct from owner))
         and (patience is null or not exists (
           select from lock_waiter w
            where w.keys && wanted and w.expires_at > moment and w.holder <> taker
              and (place is null or w.ticket < place)))
      then
        begin
          insert into lock_lease as held (key, holder, owner_id, expires_at, ends_at)
          select k, taker, owner, until_lapse, until_end from unnest(wanted) k order by k
          on conflict (key) do update
             set holder = taker,
                 owner_id = owner,
                 ends_at = case when expire is null and held.expires_at > moment
                                then held.ends_at else until_end end,
                 expires_at = case when expire is null and held.expires_at > moment
                                   then least(held.ends_at, until_lapse) else until_lapse end
           where held.expires_at <= moment or held.owner_id = owner;
          get diagnostics written = row_count;
          -- Another took one of them in this very moment: what was written is undone.
          if written < cardinality(wanted) then raise sqlstate 'LK001'; end if;
          if place is not null then
            delete from lock_waiter w where w.holder = taker;
          end if;
          return true;
        exception when sqlstate 'LK001' then null;
        end;
      end if;
      if patience is not null then
        insert into lock_waiter as w (holder, keys, expires_at)
        values (taker, wanted, moment + make_interval(secs => patience))
        on conflict (holder) do update set expires_at = excluded.expires_at;
      end if;
      return false;
    end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop function if exists lock_lease_take(text[], text, text, double precision, double precision, double precision);`,
    )
    this.addSql(`drop table if exists "lock_waiter" cascade;`)
    this.addSql(`drop table if exists "lock_lease" cascade;`)
  }
}
