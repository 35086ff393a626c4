-- Holds personal data: the contact persons of partners.
create table partner (
  id uuid primary key,
  municipality text not null,
  kind text not null,
  name text not null,
  contact_name text not null,
  email text not null
);

create table neighbourhood_plan (
  id uuid primary key,
  version int not null,
  municipality text not null,
  robbery_id uuid not null unique,
  kind text not null,
  robbed_on date not null,
  unrest text not null,
  surroundings text not null,
  arrangement_revision int not null,
  partner_id uuid references partner,
  partner_kind text,
  agreed_on date,
  starts_at timestamptz,
  check ((arrangement_revision = 0) = (agreed_on is null))
);

create index on partner (municipality, id);
alter table partner enable row level security;
create policy tenant on partner using (works_for(municipality));
create index on neighbourhood_plan (municipality, id);
alter table neighbourhood_plan enable row level security;
create policy tenant on neighbourhood_plan using (works_for(municipality));

grant select, insert on partner to ${role};
grant select, insert, update on neighbourhood_plan to ${role};
