package plenum.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.calendar.Access.Act;

/** Brings a calendar out as a file, and a file into a calendar: first what it would bring, then with {@code store} for good. */
@WebServlet(
        name = "calendar-file",
        urlPatterns = {CalendarFileServlet.EXPORT, CalendarFileServlet.IMPORT})
@NullUnmarked
public class CalendarFileServlet extends HttpServlet {
    static final String EXPORT = "/calendar/export";
    static final String IMPORT = "/calendar/import";

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 50;

    @Inject
    transient CurrentUser user;

    @Inject
    transient CalendarShares shares;

    @Inject
    transient CalendarFiles files;

    /** @param shown the first of them */
    record Preview(int count, int left, boolean stored, List<Line> shown) {}

    record Line(String title, String when) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SeenCalendar> calendar = calendar(request)
                .flatMap(id -> shares.seenBy(user.person().account(), id))
                .filter(seen -> seen.may(Act.READ));
        if (!request.getServletPath().equals(EXPORT) || calendar.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Disposition", "attachment; filename=\"calendar.ics\"");
        response.setHeader("Cache-Control", "no-store");
        FeedServlet.send(response, files.write(calendar.get()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account by = user.person().account();
        Optional<UUID> calendar = calendar(request);
        if (!request.getServletPath().equals(IMPORT) || calendar.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            EventReader.Found found = files.read(by, calendar.get(), body(request));
            boolean store = "1".equals(request.getParameter("store"));
            if (store) {
                files.store(by, calendar.get(), found);
            }
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(JSON.writeValueAsString(preview(found, store, by)));
        } catch (EventReader.UnreadableException e) {
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } catch (Planner.NotYoursException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Preview preview(EventReader.Found found, boolean stored, Account by) {
        return new Preview(
                found.events().size(),
                found.left(),
                stored,
                found.events().stream()
                        .limit(SHOWN)
                        .map(event -> new Line(
                                event.details().title(), EventWords.time(event.time(), by.language(), by.zone())))
                        .toList());
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(EventReader.LONGEST + 1), StandardCharsets.UTF_8);
    }

    private static Optional<UUID> calendar(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("calendar"))
                .filter(text -> text.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString);
    }
}
