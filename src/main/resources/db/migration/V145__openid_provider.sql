-- providers of OpenID Connect that admins manage; the client's secret sealed with the server's key
create table openid_provider (
    id           text        primary key check (id ~ '^[a-z][a-z0-9]{0,19}$'),
    label        text        not null check (char_length(label) between 1 and 80),
    issuer       text        not null check (char_length(issuer) between 1 and 500),
    client       text        not null check (char_length(client) between 1 and 255),
    secret       bytea       not null,
    scopes       text        not null check (char_length(scopes) <= 500),
    groups_claim text        not null check (char_length(groups_claim) between 1 and 100),
    admins       text        check (char_length(admins) between 1 and 200),
    externals    text        check (char_length(externals) between 1 and 200),
    active       boolean     not null,
    changed_at   timestamptz not null
);
