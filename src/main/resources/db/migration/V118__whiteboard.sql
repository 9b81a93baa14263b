-- the whiteboard of a room of a meeting; room is null for the main room
create table whiteboard (
    id         uuid    primary key,
    meeting_id uuid    not null references meeting on delete cascade,
    room       uuid,
    shown      boolean not null,
    drawing    text    not null,
    named      uuid[]  not null,
    -- changes up to this number may be forgotten, deletions included
    floor      bigint  not null default 0
);
create unique index whiteboard_once on whiteboard (meeting_id, coalesce(room, meeting_id));

-- what a board is made of: a step of a change of one element, or that a page was cleared; those that later ones make useless are deleted
create table whiteboard_change (
    board_id uuid   not null references whiteboard on delete cascade,
    number   bigint not null,
    author   uuid   not null,
    key      text   not null,
    page     int    not null,
    -- null: the page was cleared
    element  text,
    -- without body and place the element is deleted
    body     text check (length(body) <= 16000),
    place    text check (length(place) <= 400),
    primary key (board_id, number)
);

-- a picture on a board; large ones are kept out of the row by PostgreSQL
create table whiteboard_picture (
    id       uuid        primary key,
    board_id uuid        not null references whiteboard on delete cascade,
    type     text        not null,
    bytes    bytea       not null check (length(bytes) <= 2000000),
    added_at timestamptz not null
);
create index whiteboard_picture_board on whiteboard_picture (board_id);
