alter table recording add column drive_id uuid;
alter table recording add column folder_id uuid;
alter table recording add column interrupted boolean not null default false;
alter table recording_choice add column right_hash bytea;

create index recording_choice_by_right on recording_choice (right_hash) where right_hash is not null;

comment on column recording.drive_id is 'where its owner wants the film, and in which folder; null: in the drive that they chose for recordings. Either may be gone by then';
comment on column recording.interrupted is 'whether a failure of the server ended it';
comment on column recording_choice.right_hash is 'of the secret by which somebody can withdraw their consent later; the same for all of their devices';
