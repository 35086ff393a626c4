-- Who wants to be told of which events, of one municipality.
create table webhook_subscription (
  id uuid primary key,
  municipality text not null,
  client text not null,
  endpoint text not null,
  -- joined by commas
  types text not null,
  state text not null,
  subscribed_at timestamptz not null,
  ended_because text
);
create unique index on webhook_subscription (client, municipality, endpoint) where state = 'ACTIVE';
alter table webhook_subscription enable row level security;
create policy tenant on webhook_subscription using (works_for(municipality));
grant select, insert, update on webhook_subscription to ${role};

-- What was told, or is to be. The tenant column is not checked, as in the outbox: ids, codes and dates, sent for all municipalities;
-- it is read by way of its subscription alone.
create table webhook_delivery (
  id uuid primary key,
  subscription_id uuid not null references webhook_subscription,
  municipality text not null,
  endpoint text not null,
  event_id uuid not null,
  event_type text not null,
  event text not null,
  state text not null,
  attempts int not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  claimed_until timestamptz not null default '-infinity',
  last_status int,
  last_problem text,
  ended_at timestamptz,
  unique (subscription_id, event_id)
);
create index on webhook_delivery (due_at) where state = 'WAITING';
create index on webhook_delivery (subscription_id, id);
grant select, insert, update on webhook_delivery to ${role};

-- over the heads of the policies: whether anybody wants anything at all
create function webhooks_wanted() returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from webhook_subscription where state = 'ACTIVE')
$$;
create or replace function forget_what_is_old() returns bigint
  language sql volatile security definer
  set search_path = public
  begin atomic
    with keys as (delete from idempotency_key where answered_at < now() - interval '2 days' returning 1),
         seen as (delete from inbox where seen_at < now() - interval '30 days' returning 1),
         letters as (delete from dead_letter where decided_at < now() - interval '30 days' returning 1),
         told as (delete from webhook_delivery where ended_at < now() - interval '30 days' returning 1)
    select (select count(*) from keys) + (select count(*) from seen) + (select count(*) from letters)
      + (select count(*) from told);
  end;
create or replace function platform_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select 'outbox.rows', null, count(*)::float8 from outbox
  union all select 'outbox.oldest.seconds', null, coalesce(extract(epoch from now() - min(recorded_at)), 0) from outbox
  union all select 'dead.letters', null, count(*) from dead_letter where state = 'WAITING'
  union all select 'consumers.paused', null, count(*) from paused_consumer
  union all select 'webhooks.waiting', null, count(*) from webhook_delivery where state = 'WAITING'
  union all select 'webhooks.given.up', null, count(*) from webhook_delivery where state = 'GIVEN_UP'
$$;
revoke execute on function webhooks_wanted() from public;
grant execute on function webhooks_wanted() to ${role};
