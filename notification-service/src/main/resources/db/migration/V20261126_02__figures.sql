create or replace function service_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select 'messages', lower(replace(state, '_', '-')), count(*)::float8 from message group by state
  union all select 'messages.oldest.due.seconds', null,
    coalesce(extract(epoch from now() - min(due_at)), 0) from delivery_queue where due_at < now()
  -- promised minus ended, with people, planned and underway: not zero means that one is lost
  union all select 'messages.unaccounted', null, count(*) from message m
    where state in ('WAITING', 'PLANNED') and not exists (select 1 from delivery_queue q where q.message_id = m.id)
$$;
drop function messages_by_state();
