-- what a victim answered and was offered is taken out of the timeline when the victim is forgotten
grant delete on timeline_step to ${role};

alter table aftercare_case add unevaluated_because text;
alter table aftercare_case drop constraint nothing_is_kept_of_who_was_erased;
alter table aftercare_case add constraint nothing_is_kept_of_who_was_erased check (
  track <> 'ERASED' or num_nonnulls(victim_name, victim_email, victim_phone, postcode, house_number, house_number_addition,
    street, town, unchecked_because, visit_without_clearance_because, unevaluated_because, need, evaluation,
    legal_hold_because) = 0);

-- for key figures: who was robbed before, and the robberies of a period
create index on aftercare_case (municipality, postcode, house_number) where postcode is not null;
create index on robbery (municipality, occurred_at);
