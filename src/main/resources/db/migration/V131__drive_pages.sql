-- each part of a page, folders or files, is found in one index without reading a row
alter table drive_item add column sort_name text not null generated always as (lower(name)) stored;

drop index drive_item_by_name;
drop index drive_item_by_time;
drop index drive_item_by_size;

create index drive_item_by_name on drive_item (drive_id, parent_id, folder, sort_name, id) where trashed_at is null;
create index drive_item_by_time on drive_item (drive_id, parent_id, folder, changed_at, id) where trashed_at is null;
create index drive_item_by_size on drive_item (drive_id, parent_id, folder, size, sort_name, id) where trashed_at is null;

comment on column drive_item.sort_name is 'what it is sorted by: an index that holds an expression alone is not enough to answer from';
