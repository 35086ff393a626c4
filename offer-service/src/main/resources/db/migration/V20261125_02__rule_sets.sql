-- the decision tables of regions and municipalities: those of a region are seen by all, those of a municipality by itself
create function seen_by_caller(area text) returns boolean language sql stable
  as $$ select area !~ '^\d{4}$' or works_for(area) $$;

create table rule_set (
  area text primary key,
  version int not null,
  draft jsonb
);
alter table rule_set enable row level security;
create policy tenant on rule_set using (seen_by_caller(area));
grant select, insert, update on rule_set to ${role};

create table rule_set_version (
  name text primary key,
  area text not null,
  number int not null,
  details jsonb not null,
  dmn text not null,
  unique (area, number)
);
alter table rule_set_version enable row level security;
create policy tenant on rule_set_version using (seen_by_caller(area));
grant select, insert on rule_set_version to ${role};
