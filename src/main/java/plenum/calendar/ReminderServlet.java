package plenum.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;

/** What pages ask once a minute: of what their reader has to be reminded; and what they put away. Guests have nothing. */
@WebServlet(name = "reminders", urlPatterns = "/calendar/reminders")
@NullUnmarked
public class ReminderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 5;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Reminders reminders;

    @Inject
    transient Calendars calendars;

    @Inject
    transient EventMeetings meetings;

    @Inject
    transient InstantSource clock;

    /** @param meeting where one joins; empty without a meeting */
    record Row(String event, String title, String start, String words, String meeting) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account reader = user.person().account();
        List<Row> rows = reminders.of(reader.id(), clock.instant(), MOST).stream()
                .flatMap(given -> calendars.event(given.event()).stream().map(event -> row(event, given, reader)))
                .toList();
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(rows));
    }

    private Row row(Event event, Reminders.Given given, Account reader) {
        return new Row(
                event.id().toString(),
                event.details().title(),
                given.start().toString(),
                EventWords.moment(given.start(), reader.language(), reader.zone()),
                event.meeting().map(meetings::address).orElse(""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Account reader = user.person().account();
        Optional<UUID> event = Optional.ofNullable(request.getParameter("event"))
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString);
        Optional<Instant> start = start(request.getParameter("start"));
        if (event.isEmpty() || start.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        reminders.seen(reader.id(), event.get(), start.get());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static Optional<Instant> start(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
