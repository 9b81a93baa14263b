create table account (
    id               uuid        primary key,
    email            text        not null check (char_length(email) between 3 and 254 and email = lower(email)),
    name             text        not null check (char_length(name) between 1 and 160),
    password_hash    text        check (char_length(password_hash) between 1 and 200),
    role             text        not null check (role in ('USER', 'ADMIN', 'EXTERNAL')),
    state            text        not null check (state in ('ACTIVE', 'PENDING', 'DISABLED')),
    language         text        not null,
    zone             text        not null,
    muted            boolean     not null,
    camera_off       boolean     not null,
    created_at       timestamptz not null,
    signed_in_at     timestamptz,
    totp_secret      bytea,
    totp_step        bigint,
    constraint account_email_unique unique (email)
);

create index account_by_role on account (role);

comment on column account.password_hash is 'scheme, cost, salt and hash with $ between';
comment on column account.totp_secret is 'sealed with a key derived from PLENUM_SECRET';
comment on column account.totp_step is 'the last time step of which a code was used; null until the first one confirms the secret';

create table account_picture (
    account_id uuid        primary key references account on delete cascade,
    png        bytea       not null,
    changed_at timestamptz not null
);

create table account_group (
    id   uuid primary key,
    name text not null check (char_length(name) between 1 and 120),
    constraint account_group_name_unique unique (name)
);

create table account_group_member (
    account_id uuid not null references account on delete cascade,
    group_id   uuid not null references account_group on delete cascade,
    primary key (account_id, group_id)
);

create index account_group_member_by_group on account_group_member (group_id);

-- where somebody is signed in
create table account_session (
    id           uuid        primary key,
    token_hash   bytea       not null check (octet_length(token_hash) = 32),
    account_id   uuid        not null references account on delete cascade,
    device       text        not null,
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    confirmed_at timestamptz not null,
    challenge    bytea,
    challenge_at timestamptz,
    constraint account_session_token_unique unique (token_hash)
);

create index account_session_by_account on account_session (account_id);
create index account_session_by_time on account_session (seen_at);

comment on column account_session.token_hash is 'SHA-256; the token itself is with the browser only';
comment on column account_session.confirmed_at is 'when the password was given last';

-- the second step of signing in
create table account_step (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    account_id uuid        not null references account on delete cascade,
    tries      integer     not null default 0,
    challenge  bytea,
    expires_at timestamptz not null
);

create index account_step_by_account on account_step (account_id);
create index account_step_by_time on account_step (expires_at);

create table account_passkey (
    id            uuid        primary key,
    account_id    uuid        not null references account on delete cascade,
    credential_id bytea       not null,
    credential    bytea       not null,
    counter       bigint      not null,
    name          text        not null check (char_length(name) between 1 and 160),
    created_at    timestamptz not null,
    used_at       timestamptz,
    constraint account_passkey_credential_unique unique (credential_id)
);

create index account_passkey_by_account on account_passkey (account_id);

create table account_recovery_code (
    account_id uuid  not null references account on delete cascade,
    code_hash  bytea not null check (octet_length(code_hash) = 32),
    primary key (account_id, code_hash)
);

-- links that let somebody do one thing once
create table account_ticket (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    purpose    text        not null check (purpose in ('REGISTER', 'INVITE', 'FIRST_ADMIN', 'RESET', 'CHANGE_EMAIL')),
    email      text,
    account_id uuid        references account on delete cascade,
    role       text        not null,
    expires_at timestamptz not null
);

create index account_ticket_by_account on account_ticket (account_id);
create index account_ticket_by_email on account_ticket (email);
create index account_ticket_by_time on account_ticket (expires_at);

-- tries that were wrong, each for the hour that it counts
create table account_try (
    name_hash bytea         primary key check (octet_length(name_hash) = 32),
    tried_at  timestamptz[] not null,
    last_at   timestamptz   not null
);

create index account_try_by_time on account_try (last_at);

comment on column account_try.name_hash is 'HMAC-SHA-256 of what is counted, under a key derived from PLENUM_SECRET or one that ends with the process';
