alter table tailored_offer add need jsonb not null default
  '{"homeInsecure":"UNKNOWN","entrepreneur":"UNKNOWN","tenure":"UNKNOWN","hardship":"UNKNOWN","cashHandled":"UNKNOWN","helpWithForms":"UNKNOWN","talkWithOffender":"UNKNOWN"}';
alter table tailored_offer alter need drop default;
