create table meeting (
  id uuid primary key,
  version int not null,
  municipality text not null,
  robbery_id uuid not null,
  sequence int not null,
  body jsonb not null
);
create index on meeting (municipality, id);
alter table meeting enable row level security;
create policy tenant on meeting using (works_for(municipality));
grant select, insert, update on meeting to ${role};

create table meeting_of_plan (
  plan_id uuid primary key references neighbourhood_plan,
  municipality text not null,
  meeting_id uuid not null references meeting
);
alter table meeting_of_plan enable row level security;
create policy tenant on meeting_of_plan using (works_for(municipality));
grant select, insert, delete on meeting_of_plan to ${role};

-- what was arranged before there were meetings: an entry in the partner's calendar with its next change
alter table neighbourhood_plan drop constraint neighbourhood_plan_check;
