package plenum.mail.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailBoard;
import plenum.mail.Mails;

/** A row of {@code mail}; Hibernate fills the fields. */
@Entity
@DynamicUpdate
@NullUnmarked
@Table(name = "mail")
class MailRow {
    @Id
    UUID id;

    String recipient;
    String language;
    String kind;
    String subject;
    String text;
    String html;
    String calendar;
    String calendarMethod;
    String replyTo;

    @Enumerated(EnumType.STRING)
    MailBoard.State state;

    Instant writtenAt;
    Instant doneAt;
    int attempts;
    String error;

    protected MailRow() {
        // for Hibernate
    }

    MailRow(UUID id, String recipient, String language, String kind, Mails.Content content, Instant now) {
        this.id = id;
        this.recipient = recipient;
        this.language = language;
        this.kind = kind;
        this.subject = content.subject();
        this.text = content.text();
        this.html = content.html();
        content.event().ifPresent(event -> {
            this.calendar = event.text();
            this.calendarMethod = event.method();
            this.replyTo = event.replyTo().text();
        });
        this.state = MailBoard.State.WAITING;
        this.writtenAt = now;
    }

    /** The text may hold a link that lets somebody in: it is kept for as long as it is needed. */
    void end(MailBoard.State end, Instant now, String why) {
        state = end;
        doneAt = now;
        error = why;
        text = null;
        html = null;
        calendar = null;
    }

    Mails.Waiting toWaiting() {
        return new Mails.Waiting(
                id, new MailAddress(recipient), language, new Mails.Content(subject, text, html, event()), writtenAt);
    }

    private Optional<Letter.EventPart> event() {
        return Optional.ofNullable(calendar)
                .map(file -> new Letter.EventPart(calendarMethod, file, new MailAddress(replyTo)));
    }

    MailBoard.Entry toEntry() {
        return new MailBoard.Entry(
                id,
                recipient,
                subject,
                state,
                doneAt == null ? writtenAt : doneAt,
                attempts,
                Optional.ofNullable(error));
    }
}
