-- What web hooks do for all municipalities, over the heads of the policies; each does this and no more.

-- Writes down who is to be told of an event. Whoever ends a subscription meanwhile waits, and ends this one too.
create function add_webhook_deliveries(event_id uuid, event_type text, of_municipality text, body text, at timestamptz)
  returns int language sql volatile security definer set search_path = public as $$
  with wanted as (
    select s.id, s.municipality, s.endpoint from webhook_subscription s
    where s.municipality = $3 and s.state = 'ACTIVE' and $2 = any (string_to_array(s.types, ','))
    for share of s),
  added as (
    insert into webhook_delivery (id, subscription_id, municipality, endpoint, event_id, event_type, event, state, attempts,
      created_at, due_at)
    select uuidv7(), w.id, w.municipality, w.endpoint, $1, $2, $4, 'WAITING', 0, $5, $5 from wanted w returning 1)
  select count(*)::int from added
$$;

-- Takes what is due, of each subscription one and the oldest first.
create function claim_webhook_deliveries(at timestamptz, most int)
  returns table (id uuid, subscription_id uuid, municipality text, endpoint text, event_id uuid, event text, attempts int)
  language sql volatile security definer set search_path = public as $$
  update webhook_delivery w set claimed_until = now() + interval '30 seconds'
  where w.claimed_until < now() and w.state = 'WAITING' and w.id in (
    select due.id from (
      select d.id, d.due_at, row_number() over (partition by d.subscription_id order by d.due_at, d.id) as place
      from webhook_delivery d join webhook_subscription s on s.id = d.subscription_id and s.state = 'ACTIVE'
      where d.state = 'WAITING' and d.due_at <= $1
      and not exists (select 1 from webhook_delivery o
        where o.subscription_id = d.subscription_id and o.state = 'WAITING' and o.claimed_until >= now())) as due
    where due.place = 1 order by due.due_at limit $2)
  returning w.id, w.subscription_id, w.municipality, w.endpoint, w.event_id, w.event, w.attempts
$$;
revoke execute on function add_webhook_deliveries(uuid, text, text, text, timestamptz),
  claim_webhook_deliveries(timestamptz, int) from public;
grant execute on function add_webhook_deliveries(uuid, text, text, text, timestamptz),
  claim_webhook_deliveries(timestamptz, int) to ${role};
