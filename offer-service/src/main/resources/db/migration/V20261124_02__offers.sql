create table tailored_offer (
  id uuid primary key,
  version int not null,
  municipality text not null,
  case_id uuid not null unique,
  robbery_id uuid not null,
  revision int not null,
  rule_version text not null,
  kind text not null,
  occurred_on date not null,
  suspect_known text not null,
  solved text not null,
  victim_support_contacted text not null,
  victim_support_contacted_on date,
  branch_contacted text not null,
  branch_contacted_on date,
  lines jsonb not null
);
create index on tailored_offer (municipality, id);
alter table tailored_offer enable row level security;
create policy tenant on tailored_offer using (works_for(municipality));
grant select, insert, update on tailored_offer to ${role};
