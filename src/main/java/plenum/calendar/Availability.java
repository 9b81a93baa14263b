package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.calendar.EventTime.Interval;
import plenum.calendar.FreeSlots.Slot;
import plenum.mail.MailAddress;

/**
 * Asks when everybody has time, before anything is saved or sent. Of others it says busy or free and nothing else; whether an address has an
 * account here cannot be told from its answer.
 */
@ApplicationScoped
public class Availability {
    /** How far it looks. */
    public static final Duration HORIZON = Duration.ofDays(30);

    @Inject
    Agenda agenda;

    @Inject
    Accounts accounts;

    @Inject
    Preferences preferences;

    @Inject
    CalendarShares shares;

    @Inject
    EventRooms eventRooms;

    /** Whose times are not known: without an account here, or sharing nothing with the organiser. They block no slot. */
    public boolean isKnown(Account organiser, MailAddress address) {
        return shared(organiser, address).isPresent();
    }

    /**
     * The next times for all.
     *
     * @param rooms that have to be free, too
     * @param except an event that is being edited, whose own time blocks nobody
     */
    public List<Slot> next(
            Account organiser,
            List<Guest> guests,
            Set<UUID> rooms,
            Duration length,
            Instant from,
            Optional<UUID> except,
            int most) {
        Interval span =
                new Interval(from.minus(Duration.ofDays(1)), from.plus(HORIZON).plus(length));
        List<FreeSlots.Guest> all = new ArrayList<>();
        all.add(guest(organiser, true, span, except));
        for (Guest guest : guests) {
            if (!guest.email().equals(organiser.email())) {
                shared(organiser, guest.email())
                        .ifPresent(account -> all.add(guest(account, guest.needed(), span, except)));
            }
        }
        rooms.stream()
                .flatMap(room -> eventRooms.asGuest(room, span, except).stream())
                .forEach(all::add);
        return FreeSlots.next(all, length, from, from.plus(HORIZON), most);
    }

    private FreeSlots.Guest guest(Account account, boolean needed, Interval span, Optional<UUID> except) {
        return new FreeSlots.Guest(
                needed,
                List.of(preferences.of(account.id(), account.zone()).hours()),
                agenda.busy(account, span, except));
    }

    /** Of those who do not share with everybody, whoever lets the organiser see one of their calendars. */
    private Optional<Account> shared(Account organiser, MailAddress address) {
        return accounts.byEmail(address)
                .filter(account -> preferences.of(account.id(), account.zone()).sharesBusy()
                        || shares.seenBy(organiser).stream()
                                .anyMatch(seen -> seen.calendar().owner().equals(account.id())
                                        && !seen.calendar().organisation()));
    }
}
