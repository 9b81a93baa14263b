-- people of a group are invited as such
alter table calendar_guest add column group_id uuid references account_group on delete set null;

create index calendar_guest_by_group on calendar_guest (group_id) where group_id is not null;

comment on column calendar_guest.group_id is 'the group as whose member somebody was invited; null for those who were invited by themselves';
