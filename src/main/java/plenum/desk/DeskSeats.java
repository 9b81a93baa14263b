package plenum.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Meeting;
import plenum.platform.Timers;
import plenum.protocol.DeskMessages.DeskChanged;
import plenum.protocol.DeskPart;
import plenum.protocol.Outbox;

/** The seats at all desks of this server: gives one for a ticket, and tells their pages what has changed. Thread-safe. */
public final class DeskSeats {
    private final DeskTickets tickets;
    private final Timers timers;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Seat> byKey = new ConcurrentHashMap<>();

    /** @param random cryptographically strong */
    public DeskSeats(DeskTickets tickets, Timers timers, InstantSource clock, RandomGenerator random) {
        this.tickets = tickets;
        this.timers = timers;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Gives the sender of a request the seat that their ticket is for. The session's id changes, so that nobody has a seat by an id that they
     * planted.
     *
     * @return false when the ticket is none, too old, or for another meeting
     */
    public boolean take(HttpServletRequest request, @Nullable String ticket, Meeting meeting) {
        Optional<DeskTickets.Ticket> shown = Optional.ofNullable(ticket)
                .flatMap(tickets::redeem)
                .filter(good -> good.conference().id().equals(meeting.id()));
        if (shown.isEmpty()) {
            return false;
        }
        String moderator = shown.get().moderator();
        if (Seat.of(request, meeting)
                .filter(seat -> seat.desk().moderator().equals(moderator)
                        && seat.desk().conference() == shown.get().conference())
                .isPresent()) {
            return true;
        }
        Optional<Desk> desk = Desk.open(shown.get().conference(), moderator, timers, clock);
        desk.ifPresent(opened -> seat(opened, meeting).keep(sessionOf(request)));
        return desk.isPresent();
    }

    private static HttpSession sessionOf(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        return request.getSession();
    }

    private Seat seat(Desk desk, Meeting meeting) {
        String key = DeskTickets.secret(random);
        Seat seat = new Seat(meeting, desk, key, () -> byKey.remove(key));
        byKey.put(key, seat);
        return seat;
    }

    /**
     * Tells a desk's page of changes from now on.
     *
     * @param key of the page's seat
     * @return ends it; empty when the seat is given up
     */
    public Optional<Runnable> watch(String key, Outbox page) {
        return Optional.ofNullable(byKey.get(key)).filter(Seat::isTaken).map(seat -> seat.desk()
                .listen(parts -> tell(page, parts)));
    }

    private static void tell(Outbox page, Set<DeskPart> parts) {
        DeskChanged news = new DeskChanged(List.copyOf(parts));
        if (parts.contains(DeskPart.DESK)) {
            // the page finds out by itself whether there is a desk still
            page.finish(news);
        } else {
            page.send(news);
        }
    }
}
