-- the trace that a message comes of, for as long as it waits
alter table delivery_queue add traceparent text;
