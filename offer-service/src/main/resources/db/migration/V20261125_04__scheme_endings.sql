-- of which ends somebody was told, or has to be: codes and dates, and one worker serves all municipalities
create table scheme_ending (
  municipality text not null,
  measure text not null,
  ends_on date not null,
  warn_on date not null,
  told boolean not null default false,
  primary key (municipality, measure, ends_on)
);
create index on scheme_ending (warn_on) where not told;
grant select, insert, update, delete on scheme_ending to ${role};
insert into scheme_ending (municipality, measure, ends_on, warn_on)
select distinct municipality, scheme ->> 'measure', (scheme ->> 'validTo')::date, (scheme ->> 'validTo')::date - 30
from local_schemes, jsonb_array_elements(schemes -> 'schemes') scheme
where (scheme ->> 'validTo')::date >= current_date;
