create table poll (
    id          uuid        primary key,
    meeting_id  uuid        not null references meeting on delete cascade,
    author      uuid        not null,
    author_name text        not null check (char_length(author_name) between 1 and 160),
    question    text        not null check (char_length(question) between 1 and 300),
    options     text[]      not null check (cardinality(options) between 2 and 12),
    multiple    boolean     not null,
    anonymous   boolean     not null,
    state       text        not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    votes       integer[]   not null,
    voters      integer     not null,
    created_at  timestamptz not null,
    constraint poll_votes_fit check (cardinality(votes) = cardinality(options))
);

create index poll_by_meeting on poll (meeting_id, created_at);

-- of polls that are not anonymous
create table poll_vote (
    id         uuid      primary key,
    poll_id    uuid      not null references poll on delete cascade,
    voter      uuid      not null,
    voter_name text      not null check (char_length(voter_name) between 1 and 160),
    choices    integer[] not null,
    constraint poll_vote_once unique (poll_id, voter)
);

-- of anonymous polls, while they are open: who has voted, and what was voted, with nothing that leads from one to the other
create table poll_roll (
    id      uuid primary key,
    poll_id uuid not null references poll on delete cascade,
    voter   uuid not null,
    constraint poll_roll_once unique (poll_id, voter)
);

create table poll_ballot (
    ballot_hash bytea     primary key check (octet_length(ballot_hash) = 32),
    poll_id     uuid      not null references poll on delete cascade,
    choices     integer[] not null
);

create index poll_ballot_by_poll on poll_ballot (poll_id);
comment on column poll_ballot.ballot_hash is 'SHA-256 of poll and secret; the secret itself is with the voter only';
