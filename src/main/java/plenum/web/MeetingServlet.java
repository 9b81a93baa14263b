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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;

/**
 * A meeting's link, {@code /m/{letters}}: its page, or a page that says there is no such meeting. Below it is the desk of its moderators,
 * {@code /m/{letters}/desk}, for which {@link DeskDoor} decides.
 */
@WebServlet(name = "meeting", urlPatterns = "/m/*", loadOnStartup = 2)
public class MeetingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MEETING = "plenum.meeting";
    private static final int BROWSER_BYTES = 16;
    private static final Pattern PATH = Pattern.compile("/([^/]*)/?(desk)?/?");

    @Inject
    transient Meetings meetings;

    @Inject
    transient RandomGenerator random;

    @Inject
    transient DeskDoor desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        Matcher path = path(request);
        Optional<Meeting> meeting = meeting(path);
        if (meeting.isEmpty()) {
            missing(request, response);
        } else if (path.group(2) != null) {
            desk.show(request, response, meeting.get());
        } else {
            showMeeting(request, response, meeting.get());
        }
    }

    /** Only the desk takes forms. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        Matcher path = path(request);
        Optional<Meeting> meeting = meeting(path);
        if (path.matches() && path.group(2) == null) {
            super.doPost(request, response);
        } else if (meeting.isEmpty()) {
            missing(request, response);
        } else {
            desk.take(request, response, meeting.get());
        }
    }

    private void showMeeting(HttpServletRequest request, HttpServletResponse response, Meeting meeting)
            throws ServletException, IOException {
        request.setAttribute(MEETING, meeting);
        if (BrowserCookies.read(request, BrowserCookies.BROWSER).isEmpty()) {
            byte[] bytes = new byte[BROWSER_BYTES];
            random.nextBytes(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            response.addCookie(BrowserCookies.browser(text, request.isSecure()));
        }
        request.getRequestDispatcher("/meeting.xhtml").forward(request, response);
    }

    private static void missing(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        request.getRequestDispatcher("/meeting-missing.xhtml").forward(request, response);
    }

    private static Matcher path(HttpServletRequest request) {
        return PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private Optional<Meeting> meeting(Matcher path) {
        return path.matches() ? MeetingLetters.parse(path.group(1)).flatMap(meetings::byLetters) : Optional.empty();
    }
}
