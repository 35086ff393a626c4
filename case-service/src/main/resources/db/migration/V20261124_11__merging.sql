alter table robbery add merged_into uuid references robbery;
alter table robbery add check (merged_into is null or is_robbery = 'NO');
-- the case of the kept robbery in which a case of a merged one goes on
alter table aftercare_case add goes_on_as uuid references aftercare_case;
create index on aftercare_case (goes_on_as) where goes_on_as is not null;
create index on aftercare_case (municipality, feed, feed_reference) where goes_on_as is not null;
-- what one feed does not say, the other one may have said
alter table aftercare_case add of_two_feeds boolean not null default false;
create index on robbery (reported_at);
create index on robbery (merged_into) where merged_into is not null;

-- Two robberies that somebody found to be two.
create table merge_rejection (
  municipality text not null,
  robbery_id uuid not null references robbery,
  other_id uuid not null references robbery,
  by_person text not null,
  at timestamptz not null,
  primary key (robbery_id, other_id),
  check (other_id < robbery_id)
);
alter table merge_rejection enable row level security;
create policy tenant on merge_rejection using (works_for(municipality));
grant select, insert on merge_rejection to ${role};

-- Robberies that may be one incident: told by different feeds, and at nearly the same time, or on one day of victims at one address.
create view merge_candidate with (security_invoker = true) as
select * from (
  select r.municipality, r.id as robbery_id, o.id as other_id, r.reported_at, o.reported_at as other_reported_at,
    r.occurred_at between o.occurred_at - interval '3 hours' and o.occurred_at + interval '3 hours' as same_time,
    exists (select from aftercare_case a join aftercare_case b
        on b.postcode = a.postcode and b.house_number = a.house_number
          and not a.address_shielded and not b.address_shielded
      where a.robbery_id = r.id and b.robbery_id = o.id) as same_address
  from robbery r
  join robbery o on o.municipality = r.municipality and o.id < r.id
    and o.occurred_at between r.occurred_at - interval '24 hours' and r.occurred_at + interval '24 hours'
  where r.is_robbery <> 'NO' and o.is_robbery <> 'NO'
    and not exists (select from merge_rejection m where m.robbery_id = r.id and m.other_id = o.id)
    and not exists (select from feed_reference a join feed_reference b on b.feed = a.feed
      where a.robbery_id = r.id and b.robbery_id = o.id)
) candidate
where same_time or same_address;
grant select on merge_candidate to ${role};
