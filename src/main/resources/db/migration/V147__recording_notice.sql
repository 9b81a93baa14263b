alter table recording add column noticed_at timestamptz;

create index recording_by_end on recording (ended_at) where state in ('READY', 'EMPTY');

comment on column recording.noticed_at is 'when its owner was told that it will be deleted because of its age; null: not yet';
