alter table partner drop work_area,
  add reach jsonb not null default '{"areas": [], "availability": {"hours": [], "absences": []}}';
alter table partner alter reach drop default;

create table venue (
  id uuid primary key,
  version int not null,
  municipality text not null,
  name text not null,
  address text not null,
  capacity int not null,
  availability jsonb not null
);
create index on venue (municipality, id);
alter table venue enable row level security;
create policy tenant on venue using (works_for(municipality));
grant select, insert, update on venue to ${role};
