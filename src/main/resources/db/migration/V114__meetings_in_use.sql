-- when somebody came last; those from before this column count from now
alter table meeting
    add column used_at timestamptz not null default now();

create index meeting_by_use on meeting (used_at);

comment on column meeting.used_at is 'to the hour';

-- for deleting what is old
create index attendance_by_end on attendance (given_up_at);
create index audit_by_time on audit (at);
