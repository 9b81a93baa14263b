create table meeting (
    id                 uuid        primary key,
    name               text        not null check (char_length(name) between 1 and 120),
    code               char(10)    not null,
    letters            char(18)    not null,
    creator_token_hash bytea       not null check (octet_length(creator_token_hash) = 32),
    created_at         timestamptz not null,
    constraint meeting_code_unique unique (code),
    constraint meeting_letters_unique unique (letters)
);

comment on column meeting.creator_token_hash is 'SHA-256; the token itself is with the creator only';

-- a place in a meeting: written before its participant is told of it, so that it outlives the server
create table attendance (
    id                uuid        primary key,
    meeting_id        uuid        not null references meeting on delete cascade,
    name              text        not null check (char_length(name) between 1 and 160),
    role              text        not null check (role in ('CREATOR', 'MODERATOR', 'PARTICIPANT')),
    resume_token_hash bytea       not null check (octet_length(resume_token_hash) = 32),
    last_seen_at      timestamptz not null,
    given_up_at       timestamptz,
    constraint attendance_resume_token_unique unique (resume_token_hash)
);

create index attendance_by_meeting on attendance (meeting_id);
