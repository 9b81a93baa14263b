package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;

/** A meeting's link, {@code /m/{letters}}: its page, or a page that says there is no such meeting. */
@WebServlet(name = "meeting", urlPatterns = "/m/*", loadOnStartup = 2)
public class MeetingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MEETING = "plenum.meeting";
    private static final int BROWSER_BYTES = 16;

    @Inject
    transient Meetings meetings;

    @Inject
    transient RandomGenerator random;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Meeting> meeting =
                MeetingLetters.parse(lettersIn(request.getPathInfo())).flatMap(meetings::byLetters);
        response.setHeader("Cache-Control", "no-store");
        if (meeting.isPresent()) {
            request.setAttribute(MEETING, meeting.get());
            if (BrowserCookies.read(request, BrowserCookies.BROWSER).isEmpty()) {
                byte[] bytes = new byte[BROWSER_BYTES];
                random.nextBytes(bytes);
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                response.addCookie(BrowserCookies.browser(text, request.isSecure()));
            }
            request.getRequestDispatcher("/meeting.xhtml").forward(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            request.getRequestDispatcher("/meeting-missing.xhtml").forward(request, response);
        }
    }

    private static String lettersIn(@Nullable String pathInfo) {
        return pathInfo == null ? "" : pathInfo.replace("/", "");
    }
}
