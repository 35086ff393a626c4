create or replace function service_figures() returns table (figure text, label text, value double precision)
  language sql stable security definer set search_path = public as $$
  select 'offers', null, count(*)::float8 from tailored_offer
$$;
