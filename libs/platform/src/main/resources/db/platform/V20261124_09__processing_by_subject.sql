-- for subject access: what was done with the data of somebody
create index on processing_line (data_subject_id, start_time);
