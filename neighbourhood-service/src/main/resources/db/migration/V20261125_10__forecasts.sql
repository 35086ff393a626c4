-- the day on which somebody last looked whether the window will be kept, and the limit of which it was told that it will not
alter table plan_clock add foreseen_on date not null default '-infinity';
alter table plan_clock add told_at_risk date;
-- how often dates were proposed: the version of a plan rises with it
alter table neighbourhood_plan add proposals int not null default 0;
