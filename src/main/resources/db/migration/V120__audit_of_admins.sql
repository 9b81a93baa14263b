-- what admins and owners do, beside what moderators do in a meeting
alter table audit
    alter column meeting_id drop not null,
    add column person uuid,
    add column before text,
    add column after text;

comment on column audit.actor is 'the participant or the account that acted; null when a rule did, or a command of the server';
comment on column audit.person is 'the account that it was about';
comment on column audit.before is 'what it was, in words or JSON';

create index audit_by_actor on audit (actor, id desc) where actor is not null;
create index audit_by_person on audit (person, id desc) where person is not null;
create index audit_by_action on audit (action, id desc);
create index audit_by_words on audit using gin (to_tsvector('simple', translate(actor_name || ' ' || coalesce(subject, ''), '@.-_+/:', '       ')));
