-- whether a job has found out what a file's content is; a later migration that wants files looked at anew sets it to false for them
alter table drive_item add column described boolean not null default true;

alter table drive_item alter column described set default false;

-- those without pictures: there were none of documents and films when they came
update drive_item set described = false where not folder and preview_id is null;

create index drive_item_not_described on drive_item (id) where not folder and not described;
