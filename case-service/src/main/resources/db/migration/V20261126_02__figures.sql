create or replace function service_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select 'cases', lower(replace(track, '_', '-')), count(*)::float8 from aftercare_case group by track
  -- waits for nobody and nothing: that should not be
  union all select 'cases.without.next.action', null, count(*) from aftercare_case
    where next_action is null and track not in ('CLOSED', 'ERASED') and goes_on_as is null
  union all select 'cases.overdue', null, count(*) from aftercare_case where next_action is not null
    and due_on < (now() at time zone 'Europe/Amsterdam')::date
  union all select 'cases.without.owner', null, count(*) from aftercare_case where next_action is not null and owner is null
  union all select 'intake.waiting', null, count(*) from intake_message where state = 'WAITING'
$$;
