-- who takes up which action
alter table neighbourhood_plan add owners jsonb not null default '{}';
