-- what happened to a message: rows are added, never changed; how it is with a message follows from them
create table message_fact (
  id uuid primary key,
  message_id uuid not null references message,
  place int not null,
  municipality text not null,
  at timestamptz not null,
  kind text not null,
  channel text,
  code text,
  reference text,
  unique (message_id, place)
);
alter table message_fact enable row level security;
create policy tenant on message_fact using (works_for(municipality));
grant select, insert on message_fact to ${role};

alter table message add rule jsonb not null
  default '{"channels": ["EMAIL"], "urgent": true, "needsApproval": false}';
alter table message alter rule drop default;
create index message_of_recipient on message (recipient_id);
create index message_that_is_open on message (state) where state in ('WAITING', 'AWAITING_APPROVAL', 'IN_HAND');
update message set state = 'IN_HAND' where state = 'GIVEN_UP';
insert into message_fact (id, message_id, place, municipality, at, kind)
  select gen_random_uuid(), id, 0, municipality, promised_at, 'CREATED' from message;
insert into message_fact (id, message_id, place, municipality, at, kind, channel, code)
  select gen_random_uuid(), id, 1, municipality, coalesce(sent_at, promised_at),
    case state when 'SENT' then 'ACCEPTED' when 'SUPERSEDED' then 'SUPERSEDED' else 'GIVEN_UP' end,
    case state when 'SUPERSEDED' then null else 'EMAIL' end, problem
  from message where state <> 'WAITING';

alter table delivery_queue add urgent boolean not null default true;
drop index delivery_queue_due;
create index delivery_queue_due on delivery_queue (urgent desc, due_at);

-- for all municipalities at once, and so over the heads of the policies: ids and counts alone
create function requeue_forgotten() returns int language sql security definer set search_path = public as $$
  with found as (
    insert into delivery_queue (message_id, municipality, lane, urgent, due_at)
      select id, municipality, lane, (rule ->> 'urgent')::boolean, now() from message m
      where state = 'WAITING' and not exists (select 1 from delivery_queue q where q.message_id = m.id)
      on conflict do nothing returning 1)
  select count(*)::int from found
$$;
create function messages_by_state() returns table (state text, messages bigint)
  language sql security definer set search_path = public as $$
  select state, count(*) from message group by state
$$;
revoke execute on function requeue_forgotten(), messages_by_state() from public;
grant execute on function requeue_forgotten(), messages_by_state() to ${role};

-- how a municipality sends its messages, where that is not as usual
create table sending_settings (
  municipality text primary key,
  version int not null,
  settings jsonb not null
);
alter table sending_settings enable row level security;
create policy tenant on sending_settings using (works_for(municipality));
grant select, insert, update on sending_settings to ${role};
