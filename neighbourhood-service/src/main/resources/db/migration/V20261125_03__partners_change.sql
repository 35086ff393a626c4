alter table partner add version int not null default 0, add work_area text;
alter table partner alter version drop default;
grant update on partner to ${role};
