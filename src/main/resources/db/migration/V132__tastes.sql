create table account_taste (
    account_id uuid   primary key references account on delete cascade,
    appearance text   not null check (appearance in ('auto', 'light', 'dark')),
    silent     text[] not null
);

comment on table account_taste is 'how somebody likes Plenum to look and sound; whoever never said so has no row';
comment on column account_taste.silent is 'names of the sounds that are switched off';
