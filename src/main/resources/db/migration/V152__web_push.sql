-- notices that reach people while no page of ours is open: devices that they chose, and what waits for the push services
create table push_subscription (
    id            uuid        primary key,
    account_id    uuid        not null references account on delete cascade,
    session_id    uuid        references account_session on delete set null,
    endpoint      text        not null check (char_length(endpoint) between 1 and 2000),
    endpoint_hash bytea       not null check (octet_length(endpoint_hash) = 32),
    p256dh        bytea       not null check (octet_length(p256dh) = 65),
    auth          bytea       not null check (octet_length(auth) = 16),
    name          text        not null check (char_length(name) <= 80),
    created_at    timestamptz not null,
    last_used_at  timestamptz,
    constraint push_subscription_endpoint_once unique (endpoint_hash)
);

create index push_subscription_of_account on push_subscription (account_id, created_at);
create index push_subscription_of_session on push_subscription (session_id);

comment on table push_subscription is 'a browser that its owner wants to be told on (W3C Push API)';
comment on column push_subscription.session_id is 'the session it was turned on in, or seen in last; null once that has expired';
comment on column push_subscription.endpoint is 'address at the push service; whoever knows it can send only what its keys encrypt';
comment on column push_subscription.endpoint_hash is 'SHA-256: one row for each browser, and what its own page knows it by';
comment on column push_subscription.p256dh is 'the browser''s public key: an uncompressed point of P-256 (RFC 8291 section 3.1)';
comment on column push_subscription.auth is 'the secret that the browser shares with us (RFC 8291 section 3.2)';
comment on column push_subscription.name is 'browser and system, for its owner';
comment on column push_subscription.last_used_at is 'when the push service last took a notice for it';

create table push_message (
    id              uuid        primary key,
    subscription_id uuid        not null references push_subscription on delete cascade,
    topic           text        not null check (char_length(topic) between 1 and 32),
    payload         text        not null check (octet_length(payload) <= 2048),
    attempts        integer     not null default 0,
    written_at      timestamptz not null,
    next_at         timestamptz not null,
    expires_at      timestamptz not null,
    constraint push_message_topic_once unique (subscription_id, topic)
);

create index push_message_by_time on push_message (next_at);

comment on table push_message is 'notices on their way to a push service; deleted as soon as it has taken them';
comment on column push_message.topic is 'a later notice with the same one takes the place of this (RFC 8030 section 5.4)';
comment on column push_message.payload is 'JSON, encrypted for the browser when it is sent';
comment on column push_message.next_at is 'when it is tried again';
comment on column push_message.expires_at is 'afterwards nobody wants to be told any more';

-- whoever signs out is told nothing more on that browser; a session that has only expired takes nothing with it
create function push_sign_out() returns trigger language plpgsql as $$
begin
    if old.created_at > now() - interval '30 days' and old.seen_at > now() - interval '7 days' then
        delete from push_subscription where session_id = old.id;
    end if;
    return old;
end
$$;

create trigger account_session_signed_out before delete on account_session
    for each row execute function push_sign_out();
