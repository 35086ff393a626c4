-- a reminder goes at this moment at the earliest
alter table message add not_before timestamptz;

drop index message_that_is_open;
create index message_that_is_open on message (state)
  where state in ('WAITING', 'PLANNED', 'AWAITING_APPROVAL', 'IN_HAND');
create or replace function requeue_forgotten() returns int language sql security definer set search_path = public as $$
  with found as (
    insert into delivery_queue (message_id, municipality, lane, urgent, due_at)
      select id, municipality, lane, (rule ->> 'urgent')::boolean, greatest(now(), not_before) from message m
      where state in ('WAITING', 'PLANNED')
        and not exists (select 1 from delivery_queue q where q.message_id = m.id)
      on conflict do nothing returning 1)
  select count(*)::int from found
$$;

-- what goes in a summary is found by the fact that says so
create index message_fact_of_summary on message_fact (reference) where kind = 'SUPERSEDED';
create index message_that_waits_for_summary on message (municipality) where template = 'DIGEST' and state = 'WAITING';

update message set rule = rule || '{"digest": false}';
update sending_settings set settings = jsonb_set(settings, '{rules}', coalesce(
  (select jsonb_object_agg(key, value || '{"digest": false}') from jsonb_each(settings -> 'rules')), '{}'));
