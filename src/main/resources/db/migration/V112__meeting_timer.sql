-- the timer of a meeting; ends_at is null while it is paused
create table meeting_timer (
    meeting_id  uuid        primary key references meeting on delete cascade,
    names       text[]      not null,
    seconds     int[]       not null check (cardinality(seconds) between 1 and 20 and cardinality(seconds) = cardinality(names)),
    current     int         not null,
    ends_at     timestamptz,
    left_millis bigint      not null
);
