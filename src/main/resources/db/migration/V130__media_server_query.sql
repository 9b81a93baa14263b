-- a token may be in it: it is in no list, and in no line of the audit
delete from media_server where position('?' in url) > 0;

alter table media_server
    add column query text check (char_length(query) <= 500);
