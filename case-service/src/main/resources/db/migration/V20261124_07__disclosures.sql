-- Who got which categories of data about a victim, on which ground. Append-only, and without the data.
create table disclosure (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references aftercare_case,
  recipient text not null,
  categories text not null,
  ground text not null,
  by_person text not null,
  at timestamptz not null
);
create index on disclosure (case_id, at);
alter table disclosure enable row level security;
create policy tenant on disclosure using (works_for(municipality));
grant select, insert on disclosure to ${role};

-- To whom a victim allows that data is passed on; the latest answer.
create table disclosure_permission (
  municipality text not null,
  case_id uuid not null references aftercare_case,
  recipient text not null,
  given boolean not null,
  by_person text not null,
  at timestamptz not null,
  primary key (case_id, recipient)
);
alter table disclosure_permission enable row level security;
create policy tenant on disclosure_permission using (works_for(municipality));
grant select, insert, update on disclosure_permission to ${role};
