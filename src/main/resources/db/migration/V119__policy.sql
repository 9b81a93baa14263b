-- what an account gets
create table plan (
    key        text   primary key check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    place      int    not null,
    name       text   not null check (char_length(name) between 1 and 80),
    abilities  text[] not null,
    people     int    not null check (people >= 0),
    storage_mb bigint not null check (storage_mb >= 0)
);

comment on column plan.people is 'most in a meeting; 0: as many as the server takes';
comment on column plan.storage_mb is '0: as much as there is';

insert into plan (key, place, name, abilities, people, storage_mb) values
    ('free', 1, 'Free', '{CREATE,RECORD}', 100, 5000),
    ('business', 2, 'Business', '{CREATE,RECORD,STREAM,CAPTION}', 0, 100000),
    ('enterprise', 3, 'Enterprise', '{CREATE,RECORD,STREAM,CAPTION}', 0, 0);

-- what holds for everybody: one row
create table policy (
    id                   boolean primary key default true check (id),
    account_plan         text    not null references plan,
    guest_plan           text    not null references plan,
    anonymous_creation   boolean not null,
    lobby                boolean not null,
    muted                boolean not null,
    camera_off           boolean not null,
    guests_only_by_lobby boolean not null,
    languages            text[]  not null check (cardinality(languages) > 0),
    modules_off          text[]  not null
);

insert into policy values (true, 'enterprise', 'enterprise', true, false, false, false, false, '{de,en,fr,it,es}', '{}');

-- how long a kind of data is kept, where the settings are not to count; 0: for as long as what it belongs to
create table policy_kept (
    kind  text primary key,
    hours int  not null check (hours >= 0)
);

-- accounts with a plan of their own
create table account_plan (
    account_id uuid primary key references account on delete cascade,
    plan       text not null references plan on delete cascade
);

create index account_plan_by_plan on account_plan (plan);
