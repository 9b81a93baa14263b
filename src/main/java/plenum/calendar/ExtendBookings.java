package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.booking.Bookings;
import plenum.booking.RoomBooking;
import plenum.booking.Span;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.mail.Letter;
import plenum.mail.MailOutbox;
import plenum.platform.SiteAddress;

/** Books rooms for the times of series that came nearer, and tells the organiser of those that somebody else has. */
@ApplicationScoped
public class ExtendBookings implements RecurringJob {
    /** Series are booked this much further at a time. */
    private static final Duration STEP = Duration.ofDays(7);

    private static final int MOST = 500;

    @Inject
    Bookings bookings;

    @Inject
    RoomBooking booking;

    @Inject
    EventRooms rooms;

    @Inject
    Calendars calendars;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    SiteAddress site;

    @Override
    public String name() {
        return "calendar-extend-bookings";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    @Transactional
    public void run(JobRun run) {
        for (UUID id : bookings.endingBefore(booking.horizon().end().minus(STEP), MOST)) {
            calendars.event(id).ifPresent(this::extend);
        }
    }

    private void extend(Event series) {
        calendars
                .calendar(series.calendar())
                .flatMap(calendar -> accounts.byId(calendar.owner()))
                .ifPresent(owner -> {
                    List<Span> lost = rooms.extend(owner, series);
                    if (!lost.isEmpty()) {
                        outbox.put(letter(series, owner, lost));
                    }
                });
    }

    private Letter letter(Event series, Account owner, List<Span> lost) {
        return new Letter(
                owner.email(),
                owner.language(),
                "room-lost",
                List.of(
                        series.details().title(),
                        EventWords.moment(lost.getFirst().start(), owner.language(), owner.zone()),
                        Integer.toString(lost.size())),
                Optional.of(site.page("/calendar")));
    }
}
