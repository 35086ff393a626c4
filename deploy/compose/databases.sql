-- a database and two roles per service, as the quick start makes them: the owner migrates, the service can only do what it was granted
create role cases_owner login password 'cases_owner';
create role cases_service login password 'cases_service';
create database cases owner cases_owner;
create role offers_owner login password 'offers_owner';
create role offers_service login password 'offers_service';
create database offers owner offers_owner;
create role neighbourhood_owner login password 'neighbourhood_owner';
create role neighbourhood_service login password 'neighbourhood_service';
create database neighbourhood owner neighbourhood_owner;
create role notifications_owner login password 'notifications_owner';
create role notifications_service login password 'notifications_service';
create database notifications owner notifications_owner;
