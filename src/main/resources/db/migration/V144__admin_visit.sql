-- admins who may enter a meeting as its moderators, visibly, until a time
create table admin_visit (
    meeting_id uuid        not null references meeting on delete cascade,
    account_id uuid        not null references account on delete cascade,
    ends_at    timestamptz not null,
    primary key (meeting_id, account_id)
);

create index admin_visit_by_account on admin_visit (account_id);
