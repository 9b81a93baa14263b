-- breakout rooms of a meeting; opened_at is null while they are only prepared
create table breakout (
    meeting_id uuid        primary key references meeting on delete cascade,
    choose     boolean     not null,
    opened_at  timestamptz,
    ends_at    timestamptz
);

create table breakout_room (
    id         uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    place      int  not null,
    name       text not null check (char_length(name) between 1 and 160)
);

create index breakout_room_by_meeting on breakout_room (meeting_id, place);

-- who belongs where, whether they are there or not
create table breakout_assignment (
    person  uuid primary key references attendance on delete cascade,
    room_id uuid not null references breakout_room on delete cascade
);

create index breakout_assignment_by_room on breakout_assignment (room_id);

-- where somebody is; null is the main room
alter table attendance
    add column room uuid references breakout_room on delete set null;

create index attendance_by_room on attendance (room) where room is not null;

-- where it was said or asked; goes with the room
alter table chat_message
    add column room uuid references breakout_room on delete cascade;

create index chat_message_by_room on chat_message (room) where room is not null;

alter table poll
    add column room uuid references breakout_room on delete cascade;

create index poll_by_room on poll (room) where room is not null;
