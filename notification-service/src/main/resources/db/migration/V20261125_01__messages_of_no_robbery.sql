-- a message about a municipality as a whole concerns no robbery
alter table message alter robbery_id drop not null;
