package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import plenum.meeting.CodeTries;
import plenum.meeting.Meeting;
import plenum.meeting.PersonalRooms;
import plenum.meeting.RoomName;

/** The address of a personal room, {@code /r/{name}}: leads to its meeting. A name can be guessed, so wrong ones are counted like wrong codes. */
@WebServlet(name = "room", urlPatterns = "/r/*")
public class RoomServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PersonalRooms rooms;

    @Inject
    transient CodeTries tries;

    @Inject
    transient Visits visits;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Meeting> meeting = name(request).flatMap(name -> find(request, name));
        if (meeting.isPresent()) {
            response.sendRedirect(
                    request.getContextPath() + "/m/" + meeting.get().letters());
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            request.getRequestDispatcher("/meeting-missing.xhtml").forward(request, response);
        }
    }

    private static Optional<RoomName> name(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return path.length() > 1 && path.length() <= RoomName.LONGEST + 2
                ? RoomName.parse(path.substring(1).replaceFirst("/$", ""))
                : Optional.empty();
    }

    private Optional<Meeting> find(HttpServletRequest request, RoomName name) {
        String address = visits.addressOf(request);
        if (!visits.mayAsk(address) || !(tries.take(address) instanceof CodeTries.Granted attempt)) {
            return Optional.empty();
        }
        Optional<Meeting> found = rooms.byName(name);
        if (found.isPresent()) {
            tries.giveBack(attempt);
        }
        return found;
    }
}
