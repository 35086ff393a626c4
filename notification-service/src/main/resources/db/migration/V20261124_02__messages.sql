-- The ledger: no address and no name in it.
create table message (
  id uuid primary key,
  version int not null,
  municipality text not null,
  robbery_id uuid not null,
  template text not null,
  recipient_id uuid not null,
  details jsonb not null,
  promised_at timestamptz not null,
  state text not null,
  attempts int not null,
  problem text,
  sent_at timestamptz
);
create index message_of_robbery on message (robbery_id);
create index on message (municipality, id);
alter table message enable row level security;
create policy tenant on message using (works_for(municipality));

-- What is due when: ids, codes and times, so the tenant column is not checked and one look serves all municipalities.
create table delivery_queue (
  message_id uuid primary key references message,
  municipality text not null,
  due_at timestamptz not null
);
create index delivery_queue_due on delivery_queue (due_at);

grant select, insert, update on message to ${role};
grant select, insert, update, delete on delivery_queue to ${role};
