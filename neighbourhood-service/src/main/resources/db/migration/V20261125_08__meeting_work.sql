-- numbers only: never who signed up or came
create table meeting_work (
  meeting_id uuid primary key references meeting,
  version int not null,
  municipality text not null,
  attended int,
  work jsonb not null
);
alter table meeting_work enable row level security;
create policy tenant on meeting_work using (works_for(municipality));
grant select, insert, update on meeting_work to ${role};
alter table neighbourhood_plan add breach_reason text;
