-- messages of one lane go one after the other: those about one meeting to one partner
alter table message add lane text;
create index message_of_lane on message (lane) where lane is not null;
alter table delivery_queue add lane text, add claimed_until timestamptz not null default '-infinity';
create index delivery_queue_lane on delivery_queue (lane) where lane is not null;
