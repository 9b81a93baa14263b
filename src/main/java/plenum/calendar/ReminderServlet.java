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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;

/**
 * What pages ask once a minute while their socket does not come through: of what their reader has to be reminded; and what they put away.
 * Guests have nothing.
 */
@WebServlet(name = "reminders", urlPatterns = "/calendar/reminders")
@NullUnmarked
public class ReminderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient CurrentUser user;

    @Inject
    transient ShownReminders reminders;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(JSON.writeValueAsString(reminders.of(user.person().account())));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        UUID reader = user.person().account().id();
        Optional<UUID> event = Optional.ofNullable(request.getParameter("event"))
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString);
        Optional<Instant> start = start(request.getParameter("start"));
        if (event.isEmpty() || start.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        reminders.putAway(reader, event.get(), start.get());
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
