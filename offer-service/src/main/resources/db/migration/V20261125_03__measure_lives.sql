alter table tailored_offer add lives jsonb not null default '{"all":[]}', add follow_up_on date;
alter table tailored_offer alter lives drop default;
create index on tailored_offer (follow_up_on) where follow_up_on is not null;

create table providers (
  municipality text primary key,
  version int not null,
  entries jsonb not null
);
alter table providers enable row level security;
create policy tenant on providers using (works_for(municipality));
grant select, insert, update on providers to ${role};
create index on tailored_offer (robbery_id);
