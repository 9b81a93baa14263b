-- what programs that show and change calendars from outside need: passwords of their own, and what changed since they looked
create table app_password (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    name       text        not null check (char_length(name) between 1 and 80),
    token_hash bytea       not null unique,
    created_at timestamptz not null,
    used_at    timestamptz
);

create index app_password_of_account on app_password (account_id, created_at);

comment on column app_password.token_hash is 'SHA-256; the password has 256 random bits';

alter table calendar add column revision bigint not null default 0;

comment on column calendar.revision is 'grows with each change of one of its events';

create table calendar_object (
    calendar_id uuid    not null references calendar on delete cascade,
    uid         text    not null,
    name        text    not null check (char_length(name) between 1 and 255),
    revision    bigint  not null,
    gone        boolean not null,
    primary key (calendar_id, uid),
    constraint calendar_object_name_once unique (calendar_id, name)
);

create index calendar_object_by_revision on calendar_object (calendar_id, revision);

comment on table calendar_object is 'a series with what replaces its times, or a single event, as CalDAV names it; rows of deleted ones stay, for those who ask what changed';

-- the row of the calendar is locked until the commit, so that no smaller revision comes after a larger one was seen
create function calendar_touch(in_calendar uuid, in_uid text) returns void language plpgsql as $$
declare
    next bigint;
begin
    update calendar set revision = revision + 1 where id = in_calendar returning revision into next;
    if next is not null then
        insert into calendar_object (calendar_id, uid, name, revision, gone)
        values (in_calendar, in_uid,
            case when in_uid ~ '^[A-Za-z0-9@_-][A-Za-z0-9@._-]{0,199}$' then in_uid else md5(in_uid) end || '.ics', next,
            not exists (select from calendar_event where calendar_id = in_calendar and uid = in_uid))
        on conflict (calendar_id, uid) do update set revision = excluded.revision, gone = excluded.gone;
    end if;
end
$$;

create function calendar_event_touch() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform calendar_touch(old.calendar_id, old.uid);
    end if;
    if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.calendar_id <> old.calendar_id) then
        perform calendar_touch(new.calendar_id, new.uid);
    end if;
    return null;
end
$$;

create trigger calendar_event_changed after insert or delete or update of changed_at, calendar_id on calendar_event
    for each row execute function calendar_event_touch();

create function calendar_guest_touch() returns trigger language plpgsql as $$
begin
    perform calendar_touch(e.calendar_id, e.uid) from calendar_event e where e.id = new.event_id;
    return null;
end
$$;

create trigger calendar_guest_answered after update of answer on calendar_guest
    for each row when (old.answer <> new.answer) execute function calendar_guest_touch();

do $$
begin
    perform calendar_touch(calendar_id, uid) from (select distinct calendar_id, uid from calendar_event) known;
end
$$;
