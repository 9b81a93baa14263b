-- Texts of encrypted meetings are stored as they are sealed: base64 of up to three bytes for each character, and what belongs to the cipher.
alter table chat_message
    drop constraint chat_message_text_check,
    add constraint chat_message_text_check check (char_length(text) <= 16100);
alter table poll
    drop constraint poll_question_check,
    add constraint poll_question_check check (char_length(question) between 1 and 1300);
alter table whiteboard_change
    drop constraint whiteboard_change_body_check,
    add constraint whiteboard_change_body_check check (length(body) <= 22000),
    drop constraint whiteboard_change_place_check,
    add constraint whiteboard_change_place_check check (length(place) <= 600);
