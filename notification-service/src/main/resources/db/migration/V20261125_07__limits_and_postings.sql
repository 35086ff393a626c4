-- how much went over a way in this minute: counts alone, of nobody
create table channel_use (
  entrance text primary key,
  minute timestamptz not null,
  used int not null
);
grant select, insert, update on channel_use to ${role};

-- where a letter to a neighbour goes; only until it is on its way
create table posting_address (
  message_id uuid primary key references message,
  municipality text not null,
  street text not null,
  town text not null
);
alter table posting_address enable row level security;
create policy tenant on posting_address using (works_for(municipality));
grant select, insert, delete on posting_address to ${role};
create index message_of_posting on message ((details ->> 'postingOf')) where details ->> 'postingOf' is not null;
