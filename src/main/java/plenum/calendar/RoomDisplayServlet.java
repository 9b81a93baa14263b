package plenum.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import plenum.account.TimeZones;
import plenum.booking.Bookable;
import plenum.booking.Bookables;
import plenum.booking.Booking;
import plenum.booking.Bookings;
import plenum.booking.RoomBooking;
import plenum.booking.Span;
import plenum.platform.SecretToken;

/**
 * What a tablet at a door shows and does. Its secret comes in a header, so that it is in no log and no address; one that is unknown or was
 * taken away gets 404.
 */
@WebServlet(name = "room-display", urlPatterns = "/room-display/state")
@NullUnmarked
public class RoomDisplayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AHEAD = Duration.ofHours(24);
    /** The meeting of the next event can be started this long before it. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private static final Set<String> LENGTHS = Set.of("15", "30", "60");

    @Inject
    transient Bookables bookables;

    @Inject
    transient Bookings bookings;

    @Inject
    transient RoomBooking booking;

    @Inject
    transient Calendars calendars;

    @Inject
    transient EventMeetings meetings;

    @Inject
    transient InstantSource clock;

    /**
     * What is shown.
     *
     * @param zone of the room, whatever the tablet's is
     * @param now what takes place
     * @param next what comes within a day
     * @param meeting address of the meeting that can be started; null without one
     */
    record State(
            String room,
            int capacity,
            String zone,
            @Nullable Slot now,
            @Nullable Slot next,
            @Nullable String meeting) {}

    /** @param title empty when it is hidden, or was taken at the door */
    record Slot(String title, String from, String to) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    /** Takes the room from now. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean take) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Bookable> room = room(request);
        if (room.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (take) {
            String minutes = request.getParameter("minutes");
            if (minutes == null || !LENGTHS.contains(minutes)) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            if (!booking.bookNow(room.get(), Duration.ofMinutes(Long.parseLong(minutes)))) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                return;
            }
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(state(room.get())));
    }

    private Optional<Bookable> room(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Room-Display"))
                .filter(token -> token.matches("[\\w-]{43}"))
                .flatMap(token -> bookables.byDisplay(new SecretToken(token)));
    }

    private State state(Bookable room) {
        Instant now = clock.instant();
        List<Booking> all = bookings.during(room.id(), new Span(now, now.plus(AHEAD)));
        Optional<Booking> current =
                all.stream().filter(one -> !one.during().start().isAfter(now)).findFirst();
        Optional<Booking> next =
                all.stream().filter(one -> one.during().start().isAfter(now)).findFirst();
        Optional<String> meeting = current.or(
                        () -> next.filter(one -> one.during().start().isBefore(now.plus(EARLY))))
                .flatMap(Booking::event)
                .flatMap(calendars::event)
                .flatMap(Event::meeting)
                .map(meetings::address);
        return new State(
                room.name(),
                room.capacity(),
                TimeZones.name(room.terms().hours().zone()),
                current.map(RoomDisplayServlet::slot).orElse(null),
                next.map(RoomDisplayServlet::slot).orElse(null),
                meeting.orElse(null));
    }

    private static Slot slot(Booking booking) {
        return new Slot(
                booking.title(),
                booking.during().start().toString(),
                booking.during().end().toString());
    }
}
