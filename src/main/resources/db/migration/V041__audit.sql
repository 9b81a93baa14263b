-- what moderators did; one line for each action
create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    meeting_id uuid        not null references meeting on delete cascade,
    actor      uuid,
    actor_name text        not null,
    action     text        not null check (char_length(action) between 1 and 40),
    subject    text
);

comment on column audit.actor is 'the participant who acted; null when a rule did';
comment on column audit.subject is 'whom or what it was about, as people see it';

create index audit_by_meeting on audit (meeting_id, at);
