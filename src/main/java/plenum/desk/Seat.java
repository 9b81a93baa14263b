package plenum.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Meeting;

/**
 * A moderator's seat at the desk of one meeting, kept in the session of their browser. It is theirs for as long as they are in the meeting and
 * moderate; with the session it ends, too.
 */
public final class Seat implements HttpSessionBindingListener {
    private static final String ATTRIBUTE = "plenum.desk.";
    /** On the request that a desk's page answers. */
    private static final String OF_REQUEST = "plenum.desk";

    private final Meeting meeting;
    private final Desk desk;
    private final String key;
    private final Runnable onEnd;

    /**
     * @param key a secret of the seat's pages, with which they are told of changes
     * @param onEnd called when the seat is given up
     */
    Seat(Meeting meeting, Desk desk, String key, Runnable onEnd) {
        this.meeting = meeting;
        this.desk = desk;
        this.key = key;
        this.onEnd = onEnd;
    }

    /** The seat at the desk of a meeting that the sender of a request has; begins no session. */
    public static Optional<Seat> of(HttpServletRequest request, Meeting meeting) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Seat) session.getAttribute(name(meeting)))
                .filter(Seat::isTaken);
    }

    /** The seat that {@link #pass} has put on the request; null on a request that came another way. */
    static @Nullable Seat passed(HttpServletRequest request) {
        return (Seat) request.getAttribute(OF_REQUEST);
    }

    /** Lets the desk's page answer a request. */
    public void pass(HttpServletRequest request) {
        request.setAttribute(OF_REQUEST, this);
    }

    /** Takes the place of another seat at the same desk. */
    void keep(HttpSession session) {
        session.setAttribute(name(meeting), this);
    }

    private static String name(Meeting meeting) {
        return ATTRIBUTE + meeting.letters();
    }

    /** Whether the moderator is still in the meeting and moderates. */
    boolean isTaken() {
        return desk.view().moderates();
    }

    Meeting meeting() {
        return meeting;
    }

    Desk desk() {
        return desk;
    }

    String key() {
        return key;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        desk.close();
        onEnd.run();
    }
}
