-- mail to people: what waits, and for thirty days what became of it
create table mail (
    id         uuid        primary key,
    recipient  text        not null check (char_length(recipient) between 3 and 254),
    language   text        not null,
    kind       text        not null,
    subject    text        not null,
    text       text,
    html       text,
    state      text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'BOUNCED')),
    written_at timestamptz not null,
    done_at    timestamptz,
    attempts   integer     not null default 0,
    error      text,
    constraint mail_text_while_it_waits check ((state = 'WAITING') = (text is not null and html is not null))
);

create index mail_by_state on mail (state, written_at);
create index mail_by_time on mail (written_at);

comment on column mail.text is 'null as soon as it is not needed: it may hold a link that lets somebody in';
