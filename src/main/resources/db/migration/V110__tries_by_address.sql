-- wrong meeting codes, each for the hour that it counts
create table address_tries (
    address_hash bytea         primary key check (octet_length(address_hash) = 32),
    tried_at     timestamptz[] not null check (cardinality(tried_at) <= 10),
    last_at      timestamptz   not null
);

create index address_tries_by_time on address_tries (last_at);

comment on column address_tries.tried_at is 'the newest last, at most those of one hour';
