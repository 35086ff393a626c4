-- a service that may not migrate looks whether somebody did
grant select on flyway_schema_history to ${role};
