-- who read the texts for neighbours of a plan before they go
create table neighbour_text (
  plan_id uuid primary key references neighbourhood_plan,
  version int not null,
  municipality text not null,
  reviews jsonb not null
);
alter table neighbour_text enable row level security;
create policy tenant on neighbour_text using (works_for(municipality));
grant select, insert, update on neighbour_text to ${role};
