-- rooms and things that can be booked, and when they are taken
create extension if not exists btree_gist;

create table bookable (
    id         uuid       primary key,
    name       text       not null unique check (char_length(name) between 1 and 80),
    capacity   integer    not null check (capacity between 0 and 100000),
    equipment  text       not null check (char_length(equipment) <= 300),
    place      text       not null check (char_length(place) <= 300),
    group_id   uuid       references account_group on delete set null,
    keeper_id  uuid       references account on delete set null,
    zone       text       not null,
    open_days  smallint[] not null,
    open_from  time       not null,
    open_to    time       not null,
    constraint bookable_day check (open_from <= open_to)
);

comment on column bookable.group_id is 'whose members may book; null for everybody';
comment on column bookable.keeper_id is 'who allows each booking; null when none is needed';

create table booking (
    id          uuid      primary key,
    bookable_id uuid      not null references bookable on delete cascade,
    event_id    uuid      references calendar_event on delete cascade,
    account_id  uuid      references account on delete set null,
    title       text      not null check (char_length(title) <= 200),
    during      tstzrange not null check (not isempty(during)),
    confirmed   boolean   not null,
    constraint booking_never_twice exclude using gist (bookable_id with =, during with &&)
);

create index booking_of_event on booking (event_id);

comment on table booking is 'each time of a series has a row, up to a horizon that a job moves';

create table booking_wish (
    event_id    uuid        not null references calendar_event on delete cascade,
    bookable_id uuid        not null references bookable on delete cascade,
    booked_to   timestamptz not null,
    primary key (event_id, bookable_id)
);

create index booking_wish_by_time on booking_wish (booked_to);

create table booking_display (
    id          uuid  primary key,
    bookable_id uuid  not null references bookable on delete cascade,
    name        text  not null check (char_length(name) <= 80),
    token_hash  bytea not null unique
);

comment on column booking_display.token_hash is 'SHA-256 of the secret in the address of a tablet at the door';
