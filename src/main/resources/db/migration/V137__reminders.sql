-- reminders of events: by mail, and on the pages of whoever is signed in
alter table calendar_event add column mail_reminders integer[] not null default '{}';
alter table calendar_event add column next_reminder timestamptz;

comment on column calendar_event.mail_reminders is 'seconds before the start';
comment on column calendar_event.next_reminder is 'when somebody has to be reminded of it next; null when never again';

-- of events that are there already, the first look computes it
update calendar_event set next_reminder = now() where ends_at is null or ends_at > now();

create index calendar_event_by_reminder on calendar_event (next_reminder) where next_reminder is not null;

create table calendar_reminder (
    event_id       uuid        not null references calendar_event on delete cascade,
    account_id     uuid        not null references account on delete cascade,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    before_seconds integer     not null,
    by_mail        boolean     not null,
    seen           boolean     not null,
    primary key (event_id, account_id, starts_at, before_seconds, by_mail)
);

create index calendar_reminder_of_account on calendar_reminder (account_id) where not seen and not by_mail;
create index calendar_reminder_by_time on calendar_reminder (ends_at);

comment on table calendar_reminder is 'what somebody was reminded of: none is given twice; rows go a day after the event';
