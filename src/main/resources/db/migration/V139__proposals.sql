-- other times that guests propose
create table calendar_proposal (
    event_id       uuid        not null,
    email          text        not null,
    local_start    timestamp   not null,
    length_seconds bigint      not null check (length_seconds between 60 and 31622400),
    zone           text        not null,
    words          text        not null check (char_length(words) <= 500),
    made_at        timestamptz not null,
    primary key (event_id, email),
    foreign key (event_id, email) references calendar_guest on delete cascade
);

comment on table calendar_proposal is 'the last one of each guest; taken or not, it goes with the next change of the time';
