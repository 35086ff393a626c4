-- What a municipality settled before any robbery.
create table playbook (
  municipality text primary key,
  version int not null,
  playbook jsonb not null
);
alter table playbook enable row level security;
create policy tenant on playbook using (works_for(municipality));
grant select, insert, update on playbook to ${role};

alter table aftercare_case add need jsonb;
alter table aftercare_case add evaluation jsonb;
alter table aftercare_case add closed_from text;
alter table aftercare_case add closed_on date;
alter table aftercare_case add outcome text;
alter table aftercare_case add check ((track = 'CLOSED') = (closed_from is not null));
alter table aftercare_case add check ((track in ('CLOSED', 'ERASED')) = (outcome is not null));
-- who withdraws before anything was decided has no decision
alter table aftercare_case drop constraint aftercare_case_check;
alter table aftercare_case add check (track <> 'SCREENING' or decision is null);
