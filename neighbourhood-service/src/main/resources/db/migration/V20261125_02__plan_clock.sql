-- when which plan has to be looked at: codes and dates, so the tenant column is not checked and one look serves all municipalities
create table plan_clock (
  plan_id uuid primary key references neighbourhood_plan,
  municipality text not null,
  moment text not null,
  due_on date not null,
  claimed_until timestamptz not null default '-infinity'
);
create index on plan_clock (due_on);
grant select, insert, update, delete on plan_clock to ${role};
insert into plan_clock (plan_id, municipality, moment, due_on)
select id, municipality, 'BREACHED', robbed_on + 22 from neighbourhood_plan
where arrangement_revision = 0 and robbed_on + 21 >= current_date;
