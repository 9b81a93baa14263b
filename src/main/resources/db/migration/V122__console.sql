-- finding accounts among many, by any column that the console sorts and filters by
create index account_by_words on account using gin (to_tsvector('simple', translate(name || ' ' || email, '@.-_+', '     ')));
create index account_by_name on account (lower(name), email);
create index account_by_role_and_email on account (role, email);
create index account_by_state_and_email on account (state, email);
create index account_by_creation on account (created_at, email);
create index account_by_sign_in on account (signed_in_at nulls first, email);

-- media servers that admins added, and what they decided about those of the settings
create table media_server (
    url     text    primary key check (char_length(url) between 1 and 500),
    drained boolean not null,
    removed boolean not null
);

-- how this server looks and what it says about itself: one row
create table brand (
    id           boolean     primary key default true check (id),
    name         text        not null check (char_length(name) <= 60),
    accent_light text        not null check (accent_light ~ '^(#[0-9a-f]{6})?$'),
    accent_dark  text        not null check (accent_dark ~ '^(#[0-9a-f]{6})?$'),
    footer       text        not null check (char_length(footer) <= 500),
    hosting      text        not null check (char_length(hosting) <= 500),
    eco          text        not null check (char_length(eco) <= 500),
    imprint      text        not null check (char_length(imprint) <= 500),
    privacy      text        not null check (char_length(privacy) <= 500),
    terms        text        not null check (char_length(terms) <= 500),
    logo         bytea       check (octet_length(logo) <= 200000),
    logo_at      timestamptz,
    changed_at   timestamptz not null,
    constraint brand_logo_has_a_time check ((logo is null) = (logo_at is null))
);

insert into brand values (true, '', '', '', '', '', '', '', '', '', null, null, now());
