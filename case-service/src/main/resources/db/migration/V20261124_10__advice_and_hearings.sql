alter table aftercare_case add hearing_notice text;
alter table aftercare_case add hearing_notice_on date;
alter table aftercare_case add check ((hearing_notice is null) = (hearing_notice_on is null));

-- Holds personal data: how a first-line party advises to hold the conversation with a victim; the latest advice of each.
create table party_advice (
  case_id uuid not null references aftercare_case,
  party text not null,
  municipality text not null,
  stated_at timestamptz not null,
  advice text not null,
  primary key (case_id, party)
);
alter table party_advice enable row level security;
create policy tenant on party_advice using (works_for(municipality));
grant select, insert, update, delete on party_advice to ${role};
