-- servers of others that hold files: a person's, or for everybody when nobody's
create table drive_target (
    id         uuid        primary key,
    account_id uuid        references account on delete set null,
    kind       text        not null check (kind in ('WEBDAV', 'S3')),
    name       text        not null check (char_length(name) between 1 and 120),
    sealed     bytea       not null,
    created_at timestamptz not null,
    gone       boolean     not null default false
);

create index drive_target_by_account on drive_target (account_id);

comment on column drive_target.sealed is 'address, name and password, sealed with a key derived from PLENUM_SECRET';
comment on column drive_target.gone is 'its owner has left; kept until the files there are deleted';

-- a drive; which files lie in it is in drive_item
create table drive (
    id         uuid        primary key,
    account_id uuid        references account on delete cascade,
    group_id   uuid        references account_group on delete cascade,
    target_id  uuid        references drive_target,
    name       text        not null check (char_length(name) between 0 and 120),
    used       bigint      not null default 0 check (used >= 0),
    quota      bigint      check (quota >= 0),
    recordings boolean     not null default false,
    created_at timestamptz not null,
    constraint drive_has_an_owner check ((account_id is null) <> (group_id is null))
);

create unique index drive_own_one on drive (account_id) where target_id is null and account_id is not null;
create unique index drive_group_one on drive (group_id) where group_id is not null;
create unique index drive_target_once on drive (account_id, target_id) where target_id is not null;

comment on column drive.used is 'bytes of all files in it, with older versions and what was thrown away';
comment on column drive.quota is 'set by an admin; null: what the plan says';
comment on column drive.recordings is 'where recordings of its owner go';

create table drive_item (
    id         uuid        primary key,
    drive_id   uuid        not null references drive on delete cascade,
    parent_id  uuid        references drive_item on delete cascade,
    folder     boolean     not null,
    name       text        not null check (char_length(name) between 1 and 255),
    size       bigint      not null default 0 check (size >= 0),
    type       text        not null default '',
    object_id  uuid,
    label      text        not null default '',
    sha256     text        not null default '',
    version    integer     not null default 1,
    preview_id uuid,
    words      tsvector,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by uuid        references account on delete set null,
    trashed_at timestamptz,
    trash_root boolean     not null default false,
    constraint drive_item_is_file_or_folder check (folder = (object_id is null))
);

create unique index drive_item_name on drive_item (drive_id, parent_id, lower(name)) nulls not distinct where trashed_at is null;
create index drive_item_by_name on drive_item (drive_id, parent_id, folder desc, lower(name), id) where trashed_at is null;
create index drive_item_by_time on drive_item (drive_id, parent_id, folder desc, changed_at, id) where trashed_at is null;
create index drive_item_by_size on drive_item (drive_id, parent_id, folder desc, size, id) where trashed_at is null;
create index drive_item_by_parent on drive_item (parent_id);
create index drive_item_by_trash on drive_item (drive_id, trashed_at) where trashed_at is not null;
create index drive_item_by_object on drive_item (object_id);
create index drive_item_by_preview on drive_item (preview_id) where preview_id is not null;
create index drive_item_by_words on drive_item using gin (words);
create index drive_item_by_changer on drive_item (changed_by);

comment on column drive_item.object_id is 'in the storage of its drive';
comment on column drive_item.preview_id is 'a small picture of it, in the storage of this machine';

-- earlier contents of a file
create table drive_version (
    item_id    uuid        not null references drive_item on delete cascade,
    version    integer     not null,
    size       bigint      not null check (size >= 0),
    type       text        not null,
    object_id  uuid        not null,
    label      text        not null,
    sha256     text        not null,
    made_at    timestamptz not null,
    made_by    uuid        references account on delete set null,
    primary key (item_id, version)
);

create index drive_version_by_object on drive_version (object_id);
create index drive_version_by_maker on drive_version (made_by);

-- objects that have to be deleted from their storage
create table drive_gone (
    object_id uuid        primary key,
    target_id uuid        references drive_target,
    label     text        not null,
    since     timestamptz not null
);

create index drive_gone_by_target on drive_gone (target_id);

-- files that are being uploaded
create table drive_upload (
    id         uuid        primary key,
    account_id uuid        not null references account on delete cascade,
    drive_id   uuid        not null references drive on delete cascade,
    parent_id  uuid        references drive_item on delete cascade,
    name       text        not null check (char_length(name) between 1 and 255),
    size       bigint      not null check (size >= 0),
    begun_at   timestamptz not null,
    used_at    timestamptz not null
);

create index drive_upload_by_account on drive_upload (account_id);
create index drive_upload_by_drive on drive_upload (drive_id);
create index drive_upload_by_parent on drive_upload (parent_id);
create index drive_upload_by_time on drive_upload (used_at);

comment on column drive_upload.id is 'also that of its draft in the storage of this machine';

create table drive_share (
    id            uuid        primary key,
    item_id       uuid        not null references drive_item on delete cascade,
    made_by       uuid        not null references account on delete cascade,
    made_at       timestamptz not null,
    email         text        check (char_length(email) between 3 and 254 and email = lower(email)),
    group_id      uuid        references account_group on delete cascade,
    token_hash    bytea       check (octet_length(token_hash) = 32),
    token_sealed  bytea,
    password_hash text        check (char_length(password_hash) between 1 and 200),
    may_write     boolean     not null default false,
    may_download  boolean     not null default true,
    tell          boolean     not null default false,
    expires_at    timestamptz,
    uses          integer     not null default 0,
    used_at       timestamptz,
    constraint drive_share_is_for_somebody check (num_nonnulls(email, group_id, token_hash) = 1),
    constraint drive_share_token_unique unique (token_hash)
);

create unique index drive_share_person_once on drive_share (item_id, email) where email is not null;
create unique index drive_share_group_once on drive_share (item_id, group_id) where group_id is not null;
create index drive_share_by_email on drive_share (email) where email is not null;
create index drive_share_by_group on drive_share (group_id) where group_id is not null;
create index drive_share_by_item on drive_share (item_id);
create index drive_share_by_maker on drive_share (made_by);

comment on column drive_share.email is 'whoever signs in with it, now or later';
comment on column drive_share.token_sealed is 'so that its maker can see the link again; sealed with a key derived from PLENUM_SECRET';
comment on column drive_share.tell is 'whether its maker is told of each day on which it is used';
