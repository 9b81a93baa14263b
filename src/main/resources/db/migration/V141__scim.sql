-- programs that may provision accounts and groups (SCIM 2.0); their tokens as hashes
create table scim_token (
    id         uuid        primary key,
    label      text        not null unique check (char_length(label) between 1 and 80),
    token_hash bytea       not null unique check (octet_length(token_hash) = 32),
    created_at timestamptz not null,
    used_at    timestamptz
);

-- what a directory knows of an account beyond what the account has itself
create table scim_user (
    account_id  uuid primary key references account on delete cascade,
    external_id text check (char_length(external_id) between 1 and 255),
    given_name  text check (char_length(given_name) between 1 and 120),
    family_name text check (char_length(family_name) between 1 and 120)
);

create index scim_user_by_external_id on scim_user (external_id);

create table scim_group (
    group_id    uuid primary key references account_group on delete cascade,
    external_id text not null check (char_length(external_id) between 1 and 255)
);

create index scim_group_by_external_id on scim_group (external_id);
