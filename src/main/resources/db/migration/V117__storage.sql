-- stored files that are missing or changed, as the last check found them
create table storage_damage (
    object_id uuid        primary key,
    reason    text        not null,
    found_at  timestamptz not null
);
