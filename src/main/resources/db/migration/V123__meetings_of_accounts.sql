-- whose a meeting is; what is made without an account belongs to whoever has its creator's token
alter table meeting
    add column owner_id uuid references account on delete set null;

create index meeting_by_owner on meeting (owner_id, used_at desc);

-- who moderates a meeting beside its owner: by address, whether it has an account already or not
create table meeting_cohost (
    meeting_id uuid not null references meeting on delete cascade,
    email      text not null check (char_length(email) between 3 and 254 and email = lower(email)),
    primary key (meeting_id, email)
);

create index meeting_cohost_by_email on meeting_cohost (email);

-- who somebody was, if they were signed in, and since when they were there; for those from before this column since they were seen last
alter table attendance
    add column account_id uuid references account on delete set null,
    add column came_at timestamptz not null default now();

update attendance set came_at = last_seen_at;

create index attendance_by_account on attendance (account_id);
