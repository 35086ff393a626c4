-- texts that a municipality words itself, and every version that was in force
create table own_texts (
  municipality text primary key,
  version int not null,
  texts jsonb not null
);
create table own_text_version (
  municipality text not null,
  template text not null,
  version int not null,
  wording text,
  drafted_by text not null,
  approved_by text not null,
  approved_at timestamptz not null default now(),
  primary key (municipality, template, version)
);
alter table own_texts enable row level security;
create policy tenant on own_texts using (works_for(municipality));
alter table own_text_version enable row level security;
create policy tenant on own_text_version using (works_for(municipality));
grant select, insert, update on own_texts to ${role};
grant select, insert on own_text_version to ${role};
