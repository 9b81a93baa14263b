package plenum.calendar;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.SecretToken;

/** Calendars that other programs subscribe to by a secret address. One that is unknown, and one that was revoked, get 404. */
@WebServlet(name = "calendar-feed", urlPatterns = FeedServlet.PATH + "/*")
@NullUnmarked
public class FeedServlet extends HttpServlet {
    static final String PATH = "/feed";

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("/([\\w-]{43})\\.ics");

    @Inject
    transient Calendars calendars;

    @Inject
    transient CalendarFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
        Optional<Calendar> calendar =
                address.matches() ? calendars.byFeed(new SecretToken(address.group(1))) : Optional.empty();
        if (calendar.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, max-age=300");
        response.setHeader("Referrer-Policy", "no-referrer");
        send(response, files.write(calendar.get()));
    }

    static void send(HttpServletResponse response, String file) throws IOException {
        response.setContentType("text/calendar");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(file);
    }
}
