package plenum.calendar.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.calendar.Answer;
import plenum.calendar.Guest;
import plenum.mail.MailAddress;

/** A row of {@code calendar_guest}; Hibernate fills the fields. */
@Entity
@NullUnmarked
@IdClass(GuestRow.Key.class)
@Table(name = "calendar_guest")
class GuestRow {
    @Id
    UUID eventId;

    @Id
    String email;

    String name;
    UUID accountId;
    boolean needed;
    UUID groupId;

    @Enumerated(EnumType.STRING)
    Answer answer;

    protected GuestRow() {
        // for Hibernate
    }

    GuestRow(UUID event, Guest guest) {
        eventId = event;
        email = guest.email().text();
        name = guest.name();
        accountId = guest.account().orElse(null);
        needed = guest.needed();
        answer = guest.answer();
        groupId = guest.group().orElse(null);
    }

    Guest toGuest() {
        return new Guest(
                new MailAddress(email),
                name,
                Optional.ofNullable(accountId),
                needed,
                answer,
                Optional.ofNullable(groupId));
    }

    /** Event and address. */
    record Key(UUID eventId, String email) implements Serializable {}
}
