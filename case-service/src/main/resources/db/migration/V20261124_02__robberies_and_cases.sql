create table robbery (
  id uuid primary key,
  version int not null,
  municipality text not null,
  kind text not null,
  occurred_at timestamptz not null,
  reported_at timestamptz not null,
  revision int not null,
  is_robbery text not null,
  firearm text not null,
  wounded text not null,
  dead text not null,
  suspect_known text not null,
  solved text not null,
  unrest text not null,
  surroundings_tenure text not null,
  safe_business_area text not null,
  police_clearance text not null,
  police_objection text not null,
  hearing_on date,
  -- when each fact was stated
  stated_at jsonb not null
);

-- What a feed calls a robbery. Its row is where the messages about one robbery wait for each other: it is made by the first of
-- them, and has no robbery until that is known.
create table feed_reference (
  municipality text not null,
  feed text not null,
  reference text not null,
  robbery_id uuid references robbery deferrable initially deferred,
  -- of the first report, to tell a repeat from a report that differs
  report_hash text,
  primary key (municipality, feed, reference)
);

-- Holds personal data until it is attached or rejected: messages of feeds about robberies that nobody reported yet.
create table intake_message (
  id uuid primary key,
  municipality text not null,
  feed text not null,
  reference text not null,
  received_at timestamptz not null,
  state text not null,
  body text,
  reason text,
  check ((state = 'WAITING') = (body is not null))
);

-- Holds personal data: the victims.
create table aftercare_case (
  id uuid primary key,
  version int not null,
  municipality text not null,
  robbery_id uuid not null references robbery,
  opened_on date not null,
  -- who named the victim so, in messages about which robbery
  feed text not null,
  feed_reference text not null,
  victim_reference text not null,
  victim_stated_at timestamptz not null,
  victim_type text not null,
  victim_name text,
  victim_email text,
  victim_phone text,
  postcode text,
  house_number int,
  house_number_addition text,
  street text,
  town text,
  address_shielded boolean not null,
  victim_support_contacted text not null,
  victim_support_contacted_on date,
  branch_contacted text not null,
  branch_contacted_on date,
  victim_support_checked boolean not null,
  branch_checked boolean not null,
  unchecked_because text,
  track text not null,
  decision text,
  decided_by text,
  decided_on date,
  unanswered int not null,
  willing_on date,
  track_limit text,
  visit_on date,
  visitor text,
  visit_with_police boolean not null,
  visit_advice_asked boolean not null,
  visit_without_clearance_because text,
  visit_held_on date,
  owner text,
  next_action text,
  due_on date,
  check ((track = 'SCREENING') = (decision is null)),
  unique (robbery_id, feed, feed_reference, victim_reference)
);

-- Append-only: who had a case, and who gave it.
create table handover (
  id uuid primary key,
  municipality text not null,
  case_id uuid not null references aftercare_case,
  from_person text,
  to_person text not null,
  by_person text not null,
  at timestamptz not null
);

-- Who may be given police data: the persons in the mayor's aanwijzingsbesluit.
create table designation (
  id uuid primary key,
  municipality text not null,
  person text not null,
  starts_on date not null,
  ends_on date not null,
  document_ref text not null
);

create table coordinator (
  municipality text primary key,
  name text not null,
  email text not null
);

create index on robbery (municipality, id);
alter table robbery enable row level security;
create policy tenant on robbery using (works_for(municipality));
create index on feed_reference (robbery_id);
alter table feed_reference enable row level security;
create policy tenant on feed_reference using (works_for(municipality));
create index on intake_message (municipality, id);
create index on intake_message (municipality, feed, reference) where state = 'WAITING';
alter table intake_message enable row level security;
create policy tenant on intake_message using (works_for(municipality));
create index on aftercare_case (municipality, id);
create index on aftercare_case (municipality, due_on, id) where next_action is not null;
create index on aftercare_case (owner, due_on, id) where next_action is not null;
create index on handover (case_id);
alter table handover enable row level security;
create policy tenant on handover using (works_for(municipality));
alter table aftercare_case enable row level security;
create policy tenant on aftercare_case using (works_for(municipality));
create index on designation (person, municipality);
alter table designation enable row level security;
create policy tenant on designation using (works_for(municipality));
alter table coordinator enable row level security;
create policy tenant on coordinator using (works_for(municipality));

grant select, insert, update on robbery, feed_reference, intake_message, aftercare_case, designation,
  coordinator to ${role};
grant select, insert on handover to ${role};
