create table robbery (
  id uuid primary key,
  version int not null,
  municipality text not null,
  kind text not null,
  occurred_at timestamptz not null,
  reported_at timestamptz not null,
  firearm text not null,
  wounded text not null,
  dead text not null,
  suspect_known text not null,
  solved text not null,
  unrest text not null,
  surroundings_tenure text not null,
  safe_business_area text not null,
  feed text not null,
  feed_reference text not null,
  report_hash text not null,
  unique (municipality, feed, feed_reference)
);

-- Holds personal data: the only table of the suite with victims in it.
create table aftercare_case (
  id uuid primary key,
  version int not null,
  municipality text not null,
  robbery_id uuid not null references robbery,
  victim_reference text not null,
  victim_type text not null,
  victim_name text,
  victim_email text,
  victim_phone text,
  postcode text,
  house_number int,
  house_number_addition text,
  street text,
  town text,
  address_shielded boolean not null,
  victim_support_contacted text not null,
  victim_support_contacted_on date,
  branch_contacted text not null,
  branch_contacted_on date,
  unique (robbery_id, victim_reference)
);

create table coordinator (
  municipality text primary key,
  name text not null,
  email text not null
);

create index on robbery (municipality, id);
alter table robbery enable row level security;
create policy tenant on robbery using (works_for(municipality));
create index on aftercare_case (municipality, id);
alter table aftercare_case enable row level security;
create policy tenant on aftercare_case using (works_for(municipality));
alter table coordinator enable row level security;
create policy tenant on coordinator using (works_for(municipality));

grant select, insert, update on robbery, aftercare_case, coordinator to ${role};
