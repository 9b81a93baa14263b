-- polls of dates: people without an account mark when they can
create table calendar_date_poll (
    id             uuid        primary key,
    account_id     uuid        not null references account on delete cascade,
    title          text        not null check (char_length(title) between 1 and 200),
    length_seconds bigint      not null check (length_seconds between 60 and 31622400),
    zone           text        not null,
    starts         timestamp[] not null check (cardinality(starts) between 1 and 30),
    token_hash     bytea       not null unique,
    event_id       uuid        references calendar_event on delete set null,
    ends_at        timestamptz not null
);

create index calendar_date_poll_of_account on calendar_date_poll (account_id);
create index calendar_date_poll_by_end on calendar_date_poll (ends_at);

comment on column calendar_date_poll.token_hash is 'SHA-256 of the secret in the link';
comment on column calendar_date_poll.ends_at is 'of the last time that is offered; the poll goes ninety days later';

create table calendar_date_vote (
    poll_id    uuid        not null references calendar_date_poll on delete cascade,
    voter_hash bytea       not null,
    name       text        not null check (char_length(name) between 1 and 80),
    email      text        check (char_length(email) between 3 and 254),
    answers    text[]      not null,
    made_at    timestamptz not null,
    primary key (poll_id, voter_hash)
);

comment on column calendar_date_vote.voter_hash is 'of a secret that the browser made: it changes its own marks alone';
comment on column calendar_date_vote.answers is 'one for each start, in order: YES, MAYBE or NO';
