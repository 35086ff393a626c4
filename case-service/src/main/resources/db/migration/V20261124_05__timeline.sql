-- What all services told of each robbery: ids, codes and dates. Append-only.
create table timeline_step (
  id uuid primary key,
  municipality text not null,
  robbery_id uuid not null,
  at timestamptz not null,
  type text not null,
  data jsonb not null
);
create index on timeline_step (robbery_id, at, id);
create index on timeline_step (municipality, type, at);
alter table timeline_step enable row level security;
create policy tenant on timeline_step using (works_for(municipality));
grant select, insert on timeline_step to ${role};
