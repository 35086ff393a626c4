-- What the service could not handle. Its envelope and data are kept for a replay and are never shown. The tenant column is not
-- checked: who operates the suite serves all municipalities, and reads ids and reasons alone.
create table dead_letter (
  id uuid primary key,
  version int not null,
  -- topic, partition, offset and digest of the record: told twice, it is kept once
  origin text not null unique,
  topic text not null,
  topic_partition int not null,
  topic_offset bigint not null,
  event_id text,
  event_type text,
  event_source text,
  municipality text,
  reason text not null,
  arrived_at timestamptz not null,
  state text not null,
  tries int not null,
  decided_at timestamptz,
  decided_by text,
  because text,
  envelope jsonb not null,
  data bytea
);
create index on dead_letter (state, id);
grant select, insert, update on dead_letter to ${role};

-- Which consumers an operator paused, in every replica.
create table paused_consumer (
  consumer text primary key,
  because text not null,
  paused_by text not null,
  paused_at timestamptz not null
);
grant select, insert, update, delete on paused_consumer to ${role};

create or replace function forget_what_is_old() returns bigint
  language sql volatile security definer
  set search_path = public
  begin atomic
    with keys as (delete from idempotency_key where answered_at < now() - interval '2 days' returning 1),
         seen as (delete from inbox where seen_at < now() - interval '30 days' returning 1),
         letters as (delete from dead_letter where decided_at < now() - interval '30 days' returning 1)
    select (select count(*) from keys) + (select count(*) from seen) + (select count(*) from letters);
  end;

-- What who operates the suite watches, of all municipalities together: counts and ages, never content.
create function platform_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select 'outbox.rows', null, count(*)::float8 from outbox
  union all select 'outbox.oldest.seconds', null, coalesce(extract(epoch from now() - min(recorded_at)), 0) from outbox
  union all select 'dead.letters', null, count(*) from dead_letter where state = 'WAITING'
  union all select 'consumers.paused', null, count(*) from paused_consumer
$$;
-- what the service itself adds: it replaces this function
create function service_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select null::text, null::text, null::float8 where false
$$;
revoke execute on function platform_figures(), service_figures() from public;
grant execute on function platform_figures(), service_figures() to ${role};
