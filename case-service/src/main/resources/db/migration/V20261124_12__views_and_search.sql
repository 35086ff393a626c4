-- the worklist of everybody who works for more than one municipality
create index on aftercare_case (due_on, id) where next_action is not null;

-- A selection of the worklist that the coordinators of a municipality gave a name.
create table worklist_view (
  municipality text not null,
  name text not null,
  title text not null,
  owner text,
  urgency text,
  next_action text,
  primary key (municipality, name)
);
alter table worklist_view enable row level security;
create policy tenant on worklist_view using (works_for(municipality));
grant select, insert, update, delete on worklist_view to ${role};

-- By which words a case is found: keyed hashes of what it holds of the victim, so that nobody reads here who it is.
create table case_word (
  municipality text not null,
  word text not null,
  case_id uuid not null references aftercare_case,
  primary key (municipality, word, case_id)
);
create index on case_word (case_id);
alter table case_word enable row level security;
create policy tenant on case_word using (works_for(municipality));
grant select, insert, delete on case_word to ${role};
