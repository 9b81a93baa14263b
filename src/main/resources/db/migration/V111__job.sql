-- work that survives a restart; the columns that db-scheduler asks for, and ours below them
create table job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    last_error           text,
    progress_done        bigint      not null default 0,
    progress_total       bigint      not null default 0,
    primary key (task_name, task_instance)
);

create index job_by_time on job (execution_time);
create index job_by_heartbeat on job (last_heartbeat);

comment on column job.task_data is 'text in UTF-8';

-- what was tried often enough; kept for thirty days
create table job_failed (
    number    bigint      generated always as identity primary key,
    kind      text        not null,
    id        text        not null,
    data      text        not null,
    failed_at timestamptz not null,
    attempts  integer     not null,
    error     text        not null
);

create index job_failed_by_time on job_failed (failed_at);
