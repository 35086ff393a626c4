-- a receipt names the message alone: of which municipality it is, and nothing else of it
create function owner_of_message(of_message uuid) returns text
  language sql security definer set search_path = public as $$
  select municipality from message where id = of_message
$$;
revoke execute on function owner_of_message(uuid) from public;
grant execute on function owner_of_message(uuid) to ${role};
