-- who hears when a term was missed; holds personal data, as the coordinator does
alter table coordinator add manager_name text, add manager_email text;
