create or replace function service_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  with window_of as (
    select p.agreed_on, p.breach_reason, c.moment, c.told_at_risk,
      coalesce(p.actions -> 'ARRANGE_INFORMATION_MEETING' ->> 'reason', p.actions -> 'ARRANGE_RESIDENTS_MEETING' ->> 'reason')
        as not_needed
    from neighbourhood_plan p left join plan_clock c on c.plan_id = p.id)
  select 'windows', case
      when agreed_on is not null then 'agreed'
      when not_needed is not null then 'not-needed'
      when moment is null then 'breached'
      -- the limit is near, or the forecast says that it will be missed
      when moment = 'BREACHED' or told_at_risk is not null then 'at-risk'
      else 'open' end as standing, count(*)::float8
    from window_of group by standing
  union all select 'windows.breached.unexplained', null, count(*) from window_of
    where agreed_on is null and not_needed is null and moment is null and breach_reason is null
$$;
