-- An event of a municipality that merged is told to whoever subscribed under one of its codes: $3 has all of them, parted by commas.
create or replace function add_webhook_deliveries(event_id uuid, event_type text, of_municipality text, body text, at timestamptz)
  returns int language sql volatile security definer set search_path = public as $$
  with wanted as (
    select s.id, s.municipality, s.endpoint from webhook_subscription s
    where s.municipality = any (string_to_array($3, ',')) and s.state = 'ACTIVE' and $2 = any (string_to_array(s.types, ','))
    for share of s),
  added as (
    insert into webhook_delivery (id, subscription_id, municipality, endpoint, event_id, event_type, event, state, attempts,
      created_at, due_at)
    select uuidv7(), w.id, w.municipality, w.endpoint, $1, $2, $4, 'WAITING', 0, $5, $5 from wanted w returning 1)
  select count(*)::int from added
$$;
