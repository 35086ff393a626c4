alter table aftercare_case add legal_hold_because text;
alter table aftercare_case add erased_on date;
alter table aftercare_case add check ((track = 'ERASED') = (erased_on is not null));
alter table aftercare_case add constraint nothing_is_kept_of_who_was_erased check (
  track <> 'ERASED' or num_nonnulls(victim_name, victim_email, victim_phone, postcode, house_number, house_number_addition,
    street, town, unchecked_because, visit_without_clearance_because, need, evaluation, legal_hold_because) = 0);
create index on aftercare_case (municipality, closed_on) where track = 'CLOSED';

-- Cases whose term is over: drawn up by one person, decided by another.
create table destruction_list (
  id uuid primary key,
  version int not null,
  municipality text not null,
  drawn_up_by text not null,
  drawn_up_on date not null,
  case_ids jsonb not null,
  state text not null,
  decided_by text,
  decided_on date,
  reason text,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (decided_by <> drawn_up_by)
);
create index on destruction_list (municipality, id);
alter table destruction_list enable row level security;
create policy tenant on destruction_list using (works_for(municipality));
grant select, insert, update on destruction_list to ${role};
