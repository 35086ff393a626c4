-- the facts as one document: the tables decide which of them count
alter table tailored_offer add facts jsonb;
update tailored_offer set facts = jsonb_build_object(
  'robbery', jsonb_build_object('kind', kind, 'occurredOn', occurred_on, 'isRobbery', 'YES', 'suspectKnown', suspect_known,
    'solved', solved, 'hearingScheduled', 'UNKNOWN'),
  'progress', jsonb_build_object('granted', 'UNKNOWN', 'willing', 'UNKNOWN', 'visitHeld', 'UNKNOWN'),
  'victimSupport', jsonb_build_object('contacted', victim_support_contacted, 'on', victim_support_contacted_on),
  'branchOrganisation', jsonb_build_object('contacted', branch_contacted, 'on', branch_contacted_on),
  'need', need, 'schemes', jsonb_build_object());
alter table tailored_offer alter facts set not null,
  drop kind, drop occurred_on, drop suspect_known, drop solved, drop victim_support_contacted, drop victim_support_contacted_on,
  drop branch_contacted, drop branch_contacted_on, drop need;
-- composed anew by the tables as soon as the service runs
update tailored_offer set lines = '{"all":[]}';

create table local_schemes (
  municipality text primary key,
  version int not null,
  schemes jsonb not null
);
alter table local_schemes enable row level security;
create policy tenant on local_schemes using (works_for(municipality));
grant select, insert, update on local_schemes to ${role};

-- which rules the offers of a municipality were composed with, and when that has to be looked at again: no tenant column is
-- checked, since it holds codes and dates, and one worker serves all municipalities
create table renewal (
  municipality text primary key,
  rule_version text not null,
  due_on date,
  claimed_until timestamptz not null default '-infinity'
);
insert into renewal (municipality, rule_version) select distinct municipality, '' from tailored_offer;
grant select, insert, update on renewal to ${role};
