-- which account a provider's subject is
create table openid_link (
    provider   text not null check (char_length(provider) between 1 and 20),
    subject    text not null check (char_length(subject) between 1 and 255),
    account_id uuid not null references account on delete cascade,
    primary key (provider, subject)
);

create index openid_link_by_account on openid_link (account_id);

-- sign-ins that have begun and wait for the provider's answer
create table openid_request (
    state_hash bytea       primary key check (octet_length(state_hash) = 32),
    provider   text        not null,
    nonce      text        not null,
    verifier   text        not null,
    goes_to    text        not null,
    expires_at timestamptz not null
);

create index openid_request_by_time on openid_request (expires_at);

-- a provider's side of a session
create table openid_session (
    session_id uuid primary key references account_session on delete cascade,
    provider   text not null,
    subject    text not null,
    sid        text,
    id_token   text not null check (char_length(id_token) between 1 and 20000)
);

create index openid_session_by_subject on openid_session (provider, subject);
create index openid_session_by_sid on openid_session (provider, sid);
