alter table meeting
    add column switches      text[] not null
        default '{UNMUTE,CAMERA,SHARE,CHAT,REACTIONS,REACTION_SOUNDS,RENAME}',
    add column password_hash text check (char_length(password_hash) between 1 and 200);

comment on column meeting.switches is 'those of plenum.meeting.RoomSwitch that are on';
comment on column meeting.password_hash is 'algorithm, rounds, salt and hash with $ between; null without a password';

-- a second device of somebody is a place of its own, and the same person
alter table attendance
    add column same_person_as uuid references attendance on delete set null;

-- wrong passwords, for the hour that they count
create table password_tries (
    meeting_id   uuid        not null references meeting on delete cascade,
    address_hash bytea       not null check (octet_length(address_hash) = 32),
    tries        integer     not null check (tries > 0),
    last_at      timestamptz not null,
    primary key (meeting_id, address_hash)
);

create index password_tries_by_time on password_tries (last_at);

-- who was removed for good; goes with the meeting
create table meeting_block (
    meeting_id   uuid        not null references meeting on delete cascade,
    browser_hash bytea       not null check (octet_length(browser_hash) = 32),
    address_hash bytea       not null check (octet_length(address_hash) = 32),
    blocked_at   timestamptz not null,
    primary key (meeting_id, browser_hash, address_hash)
);

-- a link that brings somebody's second device in, once
create table device_link (
    token_hash    bytea       primary key check (octet_length(token_hash) = 32),
    attendance_id uuid        not null references attendance on delete cascade,
    expires_at    timestamptz not null
);

create index device_link_by_time on device_link (expires_at);
