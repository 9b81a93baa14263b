package plenum.person;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Identities;
import plenum.calendar.EventsChanged;
import plenum.calendar.ReminderSeen;
import plenum.notice.Notice;
import plenum.platform.Timers;
import plenum.signaling.Reception;

/**
 * Hears what has been stored and hands it to the sockets of those whom it concerns. What was rolled back is not heard. Whoever commits does
 * not wait for it.
 */
@ApplicationScoped
@NullUnmarked
public class PersonNews {
    @Inject
    Reception reception;

    @Inject
    Identities identities;

    @Inject
    CalendarNews calendars;

    @Inject
    Timers timers;

    private Switchboard switchboard;

    @PostConstruct
    void open() {
        switchboard = new Switchboard(
                identities::ofToken, reception.signedIn(), calendars, timers, new Lanes(reception.threads()));
        switchboard.start();
    }

    Switchboard switchboard() {
        return switchboard;
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notice notice) {
        switchboard.noticed(notice.account());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsChanged events) {
        switchboard.changed(events.accounts());
    }

    void seen(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReminderSeen reminder) {
        switchboard.seen(reminder.account(), reminder.event(), reminder.start());
    }
}
