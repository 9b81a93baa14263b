-- files from drives in events
create table calendar_attachment (
    event_id   uuid not null references calendar_event on delete cascade,
    item_id    uuid not null references drive_item on delete cascade,
    account_id uuid not null references account on delete cascade,
    name       text not null check (char_length(name) between 1 and 255),
    primary key (event_id, item_id)
);

create index calendar_attachment_of_item on calendar_attachment (item_id);
create index calendar_attachment_of_account on calendar_attachment (account_id);

comment on column calendar_attachment.account_id is 'whose file it is: it is served for as long as they have it';
