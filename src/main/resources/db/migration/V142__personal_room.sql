-- a meeting of an account that stays, with a name of its own in its address: /r/{name}
create table personal_room (
    account_id uuid primary key references account on delete cascade,
    meeting_id uuid not null unique references meeting on delete cascade,
    name       text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$')
);
