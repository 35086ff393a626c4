alter table neighbourhood_plan add actions jsonb not null default '{}';
alter table neighbourhood_plan alter actions drop default;
