package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import plenum.desk.DeskSeats;
import plenum.desk.Seat;
import plenum.meeting.Meeting;

/**
 * Who gets a meeting's desk: whoever has a seat there, and whoever shows a ticket for one. Anybody else is told that it is closed, and nothing
 * of the meeting. The forms of the page come to its own address, so each of them passes here, too.
 */
@ApplicationScoped
class DeskDoor {
    /** Where the forms of the page that answers a request are sent to. */
    static final String FORM_ADDRESS = "plenum.form-address";

    private static final String TICKET = "ticket";
    private static final String FORM_STATE = "jakarta.faces.ViewState";

    @Inject
    DeskSeats seats;

    void show(HttpServletRequest request, HttpServletResponse response, Meeting meeting)
            throws ServletException, IOException {
        Optional<Seat> seat = Seat.of(request, meeting);
        if (seat.isEmpty()) {
            refuse(request, response);
            return;
        }
        seat.get().pass(request);
        request.setAttribute(FORM_ADDRESS, request.getRequestURI());
        request.getRequestDispatcher("/desk.xhtml").forward(request, response);
    }

    /** Takes a ticket, or a form of the page. */
    void take(HttpServletRequest request, HttpServletResponse response, Meeting meeting)
            throws ServletException, IOException {
        if (request.getParameter(TICKET) == null) {
            show(request, response, meeting);
        } else if (seats.take(request, request.getParameter(TICKET), meeting)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getRequestURI());
        } else {
            refuse(request, response);
        }
    }

    /** With a page for people; Faces would take a form that was sent for one of that page. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        if (request.getParameter(FORM_STATE) == null) {
            request.getRequestDispatcher("/desk-closed.xhtml").forward(request, response);
        }
    }
}
