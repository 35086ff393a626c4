-- What every service has. ${role} is its login role: it may do what is granted here and nothing more.

-- Which municipalities the transaction works for, from the setting that Transactions.in makes; none without it.
create function works_for(municipality text) returns boolean
  language sql stable parallel safe
  return municipality = any (string_to_array(current_setting('aftercare.municipalities', true), ','));

-- The tenant column of the outbox is not checked, and the inbox has none: they hold ids, codes and dates, and the relay
-- serves all municipalities.
create table outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null,
  topic text not null,
  type text not null,
  key uuid not null,
  subject uuid not null,
  municipality text not null,
  traceparent text,
  recorded_at timestamptz not null,
  data text not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table inbox (
  source text not null,
  event_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (source, event_id)
);

create table idempotency_key (
  id text primary key,
  municipality text not null,
  request_hash text not null,
  status int not null,
  answer text not null,
  answered_at timestamptz not null
);
alter table idempotency_key enable row level security;
create policy tenant on idempotency_key using (works_for(municipality));

-- Logboek Dataverwerkingen 1.0: append-only
create table processing_line (
  id uuid primary key,
  municipality text not null,
  trace_id text not null,
  span_id text not null,
  name text not null,
  status text not null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  processing_activity_id text not null,
  data_subject_id text not null,
  data_subject_id_type text not null
);
alter table processing_line enable row level security;
create policy tenant on processing_line using (works_for(municipality));

-- Audit log: append-only. A request without a valid token has no municipality.
create table audit_line (
  id uuid primary key,
  municipality text,
  at timestamptz not null,
  actor text not null,
  client text not null,
  roles text not null,
  action text not null,
  object text,
  result text not null,
  origin text not null,
  trace_id text
);
alter table audit_line enable row level security;
create policy tenant on audit_line for select using (works_for(municipality));
create policy anyone_is_recorded on audit_line for insert with check (true);

grant select, insert, delete on outbox, inbox, idempotency_key to ${role};
-- "for update" asks for it
grant update (data) on outbox to ${role};
grant select, insert on processing_line, audit_line to ${role};
