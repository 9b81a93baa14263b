alter table drive_item
    add column page_pictures integer not null default 0,
    add column pages         integer not null default 0,
    add constraint drive_item_page_pictures check (page_pictures between 0 and pages);

comment on column drive_item.preview_id is 'pictures of it, in the storage of this machine: a small one and, of a document, its first pages';
comment on column drive_item.page_pictures is 'of how many pages of a document there are pictures';
comment on column drive_item.pages is 'of a document';
