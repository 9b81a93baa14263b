-- calendars of people, their events, and who is invited to them
create table calendar (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    name       text        not null check (char_length(name) between 1 and 80),
    colour     text        not null check (colour in ('TEAL', 'BLUE', 'VIOLET', 'ROSE', 'AMBER', 'GREEN')),
    feed_hash  bytea       unique,
    created_at timestamptz not null
);

create index calendar_of_account on calendar (account_id, created_at);

comment on column calendar.feed_hash is 'SHA-256 of the secret in the address of its feed; null while it has none';

create table calendar_event (
    id              uuid        primary key,
    calendar_id     uuid        not null references calendar on delete cascade,
    uid             text        not null check (char_length(uid) between 1 and 255),
    title           text        not null check (char_length(title) between 1 and 200),
    description     text        not null check (char_length(description) <= 8000),
    place           text        not null check (char_length(place) <= 300),
    busy            boolean     not null,
    hidden          boolean     not null,
    reminders       integer[]   not null,
    local_start     timestamp   not null,
    length_seconds  bigint      not null check (length_seconds between 60 and 31622400),
    zone            text        not null,
    whole_days      boolean     not null,
    rule            text        check (char_length(rule) <= 400),
    except_starts   timestamp[] not null,
    instead_of      timestamp,
    starts_at       timestamptz not null,
    ends_at         timestamptz,
    meeting_letters text,
    sequence        integer     not null,
    changed_at      timestamptz not null,
    constraint calendar_event_known_once unique nulls not distinct (calendar_id, uid, instead_of)
);

create index calendar_event_by_time on calendar_event (calendar_id, starts_at, ends_at);

comment on column calendar_event.local_start is 'in the zone: an event at nine stays at nine when clocks change';
comment on column calendar_event.instead_of is 'which start of its series this one replaces; null for a series and for a single event';
comment on column calendar_event.ends_at is 'of the last time it takes place; null when it goes on';
comment on column calendar_event.reminders is 'seconds before the start';

create table calendar_guest (
    event_id   uuid    not null references calendar_event on delete cascade,
    email      text    not null check (char_length(email) between 3 and 254),
    name       text    not null check (char_length(name) <= 160),
    account_id uuid    references account on delete set null,
    needed     boolean not null,
    answer     text    not null check (answer in ('NONE', 'YES', 'MAYBE', 'NO')),
    primary key (event_id, email)
);

create index calendar_guest_by_email on calendar_guest (email);

create table calendar_answer_link (
    token_hash bytea primary key,
    event_id   uuid  not null,
    email      text  not null,
    foreign key (event_id, email) references calendar_guest on delete cascade
);

create index calendar_answer_link_of_guest on calendar_answer_link (event_id, email);

comment on table calendar_answer_link is 'SHA-256 of the secrets in the links by which guests answer: each mail has its own, and all go on working';

-- a mail may bring an event with it (RFC 6047)
alter table mail add column calendar text;
alter table mail add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL', 'REPLY'));
alter table mail add column reply_to text;

comment on column mail.calendar is 'null as soon as it is not needed, like its text';

create table calendar_preference (
    account_id     uuid       primary key references account on delete cascade,
    shares_busy    boolean    not null,
    always_meeting boolean    not null,
    work_days      smallint[] not null,
    work_from      time       not null,
    work_to        time       not null,
    constraint calendar_preference_day check (work_from < work_to)
);

comment on column calendar_preference.shares_busy is 'whether others here see when somebody is busy, and nothing else of it';
comment on column calendar_preference.work_days is 'ISO: 1 is Monday';
