-- calendars that others see, those of the whole organisation, and which of them somebody hides
alter table calendar add column organisation boolean not null default false;

comment on column calendar.organisation is 'belongs to this server: every admin manages it, whoever made it';

create table calendar_share (
    id          uuid primary key,
    calendar_id uuid not null references calendar on delete cascade,
    email       text check (char_length(email) between 3 and 254),
    group_id    uuid references account_group on delete cascade,
    access      text not null check (access in ('BUSY', 'READ', 'WRITE', 'DELEGATE')),
    constraint calendar_share_is_for_one check (num_nonnulls(email, group_id) <= 1),
    constraint calendar_share_once unique nulls not distinct (calendar_id, email, group_id)
);

create index calendar_share_by_email on calendar_share (email) where email is not null;
create index calendar_share_by_group on calendar_share (group_id) where group_id is not null;

comment on table calendar_share is 'with a person by their address, with a group, or, when both are null, with everybody who can sign in';

create table calendar_hidden (
    account_id  uuid not null references account on delete cascade,
    calendar_id uuid not null references calendar on delete cascade,
    primary key (account_id, calendar_id)
);
