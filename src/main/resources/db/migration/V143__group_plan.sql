-- the plan that a group gives its people
create table group_plan (
    group_id uuid primary key references account_group on delete cascade,
    plan     text not null references plan on delete cascade
);

create index group_plan_by_plan on group_plan (plan);
