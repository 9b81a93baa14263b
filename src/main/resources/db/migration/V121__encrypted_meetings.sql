-- What is known of the key of an end-to-end encrypted meeting: a value by which browsers tell a wrong key, and the salt of a typed phrase. Both in
-- base64url, both null when the meeting is not encrypted. The key itself never comes here.
alter table meeting
    add column key_check varchar(22),
    add column key_salt varchar(22),
    add constraint meeting_key_complete check ((key_check is null) = (key_salt is null));
