-- films lie in their owners' drives from now on; those that were stored before can be made again from their tracks
drop index recording_by_object;

alter table recording rename column object_id to item_id;

update recording
set state = case when state = 'READY' then 'MAKING' else state end, item_id = null, file_name = null, bytes = null, millis = null, sha256 = null, chapters = null,
    gaps = null, delivered_at = null
where item_id is not null;

comment on column recording.item_id is 'of the drive; its owner may have deleted it there';
