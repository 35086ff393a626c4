-- which regions want dates, and how far it is: no personal data and no municipality
create table date_planning (
  region text primary key,
  asked int not null,
  solved int not null,
  claimed_until timestamptz not null default '-infinity'
);
grant select, insert, update on date_planning to ${role};

create table date_proposal (
  plan_id uuid primary key references neighbourhood_plan,
  municipality text not null,
  computed_at timestamptz not null,
  proposal jsonb not null
);
alter table date_proposal enable row level security;
create policy tenant on date_proposal using (works_for(municipality));
grant select, insert, update, delete on date_proposal to ${role};
