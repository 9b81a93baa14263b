create table raised_hand (
    participant uuid        primary key references attendance on delete cascade,
    meeting_id  uuid        not null references meeting on delete cascade,
    raised_at   timestamptz not null
);

create index raised_hand_by_meeting on raised_hand (meeting_id);
