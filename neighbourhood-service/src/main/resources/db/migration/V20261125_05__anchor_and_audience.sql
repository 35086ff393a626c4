alter table neighbourhood_plan
  add anchor text not null default 'ROBBERY',
  add anchored_on date,
  add awaits_decision boolean not null default false,
  add audience jsonb;
alter table neighbourhood_plan alter anchor drop default, alter awaits_decision drop default;

create table neighbourhood_settings (
  municipality text primary key,
  version int not null,
  settings jsonb not null
);
alter table neighbourhood_settings enable row level security;
create policy tenant on neighbourhood_settings using (works_for(municipality));
grant select, insert, update on neighbourhood_settings to ${role};
