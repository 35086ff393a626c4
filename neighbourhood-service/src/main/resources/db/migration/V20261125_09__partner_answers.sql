-- how long partners take to answer: ids and times, kept for a year
create table partner_answer (
  partner_id uuid not null references partner,
  municipality text not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  primary key (partner_id, asked_at)
);
alter table partner_answer enable row level security;
create policy tenant on partner_answer using (works_for(municipality));
grant select, insert, delete on partner_answer to ${role};
