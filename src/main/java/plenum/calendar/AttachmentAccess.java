package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.Access.Act;
import plenum.platform.SecretToken;

/** Who may open the files of an event: those who may read it in a calendar, and those who are invited. Nobody else; asked each time. */
@ApplicationScoped
public class AttachmentAccess {
    @Inject
    Calendars calendars;

    @Inject
    CalendarShares shares;

    @Inject
    Attachments attachments;

    /** Files of an event for somebody who is signed in; empty when it is none of theirs. */
    List<Attachments.Attachment> of(UUID event, Account reader) {
        return calendars.event(event).filter(found -> mayRead(found, reader)).stream()
                .flatMap(found -> attachments.of(found.id()).stream())
                .toList();
    }

    private boolean mayRead(Event event, Account reader) {
        boolean invited =
                event.guests().stream().anyMatch(guest -> guest.email().equals(reader.email()));
        return invited
                || shares.seenBy(reader, event.calendar())
                        .filter(seen -> seen.may(Act.READ) && (!event.details().hidden() || seen.may(Act.SEE_HIDDEN)))
                        .isPresent();
    }

    /** Files of the event that a guest has a link to. */
    List<Attachments.Attachment> of(SecretToken link) {
        return calendars.invitation(link).stream()
                .flatMap(invitation -> attachments.of(invitation.event()).stream())
                .toList();
    }

    static Optional<Attachments.Attachment> one(List<Attachments.Attachment> all, UUID item) {
        return all.stream().filter(file -> file.item().equals(item)).findFirst();
    }
}
