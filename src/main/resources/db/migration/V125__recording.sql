create table recording (
    id           uuid        primary key,
    meeting_id   uuid        not null,
    name         text        not null,
    owner_id     uuid        not null references account on delete cascade,
    started_by   text        not null,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    state        text        not null check (state in ('RECORDING', 'MAKING', 'DELIVERING', 'READY', 'EMPTY')),
    edition      int         not null check (edition > 0),
    object_id    uuid,
    file_name    text,
    bytes        bigint,
    millis       bigint,
    sha256       text,
    chapters     text,
    gaps         text,
    delivered_at timestamptz,
    trouble      text        not null,
    node         text        not null
);

create index recording_by_owner on recording (owner_id, started_at desc);
create index recording_by_object on recording (object_id) where object_id is not null;
create index recording_unfinished on recording (state) where state in ('RECORDING', 'MAKING', 'DELIVERING');

comment on column recording.meeting_id is 'the meeting may be gone before the recording';
comment on column recording.edition is 'of the film that is or will be there: one more for each who withdrew their consent';
comment on column recording.chapters is 'JSON, as the composer reports it; gaps likewise';

-- what people said about being recorded
create table recording_choice (
    recording_id   uuid        not null references recording on delete cascade,
    participant_id uuid        not null,
    name           text        not null,
    given          boolean     not null,
    assumed        boolean     not null,
    chosen_at      timestamptz not null,
    withdrawn_at   timestamptz,
    primary key (recording_id, participant_id)
);
