-- Runs with the rights of the owner, because it serves all municipalities; it can do no more than this.
create function forget_what_is_old() returns bigint
  language sql volatile security definer
  set search_path = public
  begin atomic
    with keys as (delete from idempotency_key where answered_at < now() - interval '2 days' returning 1),
         seen as (delete from inbox where seen_at < now() - interval '30 days' returning 1)
    select (select count(*) from keys) + (select count(*) from seen);
  end;
revoke execute on function forget_what_is_old() from public;
grant execute on function forget_what_is_old() to ${role};
