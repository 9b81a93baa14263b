-- wrong meeting codes, each for the hour that it counts; a right one is deleted again
drop table address_tries;

create table code_try (
    id           bigint      generated always as identity primary key,
    at           timestamptz not null,
    address_hash bytea       not null check (octet_length(address_hash) = 32),
    subnet_hash  bytea       not null check (octet_length(subnet_hash) = 32),
    site_hash    bytea       not null check (octet_length(site_hash) = 32),
    region_hash  bytea       not null check (octet_length(region_hash) = 32),
    reserved     boolean     not null
);

create index code_try_by_time on code_try (at);

comment on column code_try.address_hash is 'HMAC-SHA-256 under a key that is not in the database; likewise the networks around the address';
comment on column code_try.reserved is 'taken from the reserve, while many others were wrong';

-- addresses were hashed without a key: any of them could be found by hashing all that there are
delete from password_tries;

-- whoever was removed for good stays known by the browser; what came without one was known by the address alone
delete from meeting_block where browser_hash = sha256(''::bytea);
delete from meeting_block a using meeting_block b
    where a.meeting_id = b.meeting_id and a.browser_hash = b.browser_hash and a.address_hash > b.address_hash;
update meeting_block set address_hash = decode(repeat('00', 32), 'hex');
