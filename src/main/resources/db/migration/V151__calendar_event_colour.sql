alter table calendar_event add column colour text check (colour in ('TEAL', 'BLUE', 'VIOLET', 'ROSE', 'AMBER', 'GREEN'));

comment on column calendar_event.colour is 'of its own; null: that of its calendar';
