package plenum.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import plenum.platform.Messages;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;

/**
 * The desk's page: one view of the meeting, which each update replaces, and the way of all its controls to the meeting. What is shown and what
 * is done are the seat's; the page decides neither.
 */
@Named
@ViewScoped
@NullUnmarked
public class DeskPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The ids of the parts in the page. The log is no part of the meeting, but changes with it. */
    private static final Map<String, List<String>> UPDATED = Map.of(
            "waiting", List.of("waiting-count", "waiting-list"),
            "people", List.of("people-count", "people"),
            "rules", List.of("rules", "password-state"),
            "breakout", List.of("breakout-count", "breakout-lists", "breakout-actions"),
            "polls", List.of("polls-count", "polls-list"),
            "timer", List.of("timer-state"),
            "log", List.of("log"));

    @Inject
    transient HttpServletRequest request;

    private transient Seat seat;
    private transient DeskView view;

    @PostConstruct
    void sit() {
        seat = Seat.passed(request);
        if (seat != null) {
            view = seat.desk().view();
        }
    }

    /** The page's own address, past the desk's door, is none. */
    public void requireSeat() {
        if (seat == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
        }
    }

    /** Shows the parts anew that the page asks for. */
    public void refresh() {
        view = seat.desk().view();
        for (String part : parameter("parts").split(",")) {
            PrimeFaces.current().ajax().update(UPDATED.getOrDefault(part, List.of()));
        }
    }

    /** Executes the action of a control on one person, room or poll. */
    public void act() {
        DeskActs.message(parameter("act"), parameter("id"), parameter("value")).ifPresent(this::say);
    }

    private static String parameter(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(name))
                .orElse("");
    }

    /** Says something in the moderator's name; the page tells when nothing came of it. */
    boolean say(ClientMessage message) {
        return say(List.of(message));
    }

    /** Until something else than a person who is not there any more stands against it. */
    boolean say(List<ClientMessage> messages) {
        for (ClientMessage message : messages) {
            Optional<Failed.Code> failed = seat.desk().say(message);
            if (failed.isPresent() && (messages.size() == 1 || failed.get() != Failed.Code.NOT_FOUND)) {
                complain(failed.get());
                return false;
            }
        }
        return true;
    }

    private static void complain(Failed.Code code) {
        String key =
                switch (code) {
                    case FORBIDDEN -> "desk.failed.forbidden";
                    case NOT_FOUND -> "desk.failed.not-found";
                    case THROTTLED, TOO_MANY -> "desk.failed.throttled";
                    case BAD_VALUE -> "desk.failed.bad-value";
                    default -> "desk.failed";
                };
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts().getString(key), null));
    }

    /** In the language of the page. */
    static ResourceBundle texts() {
        return Messages.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    DeskView view() {
        return view;
    }

    Seat seat() {
        return seat;
    }

    public String getMeetingName() {
        return seat == null ? "" : seat.meeting().name();
    }

    /** With it the page asks to be told of changes. */
    public @Nullable String getKey() {
        return seat == null ? null : seat.key();
    }

    /** Whether the page stands in a frame beside the stage, as the browser says (W3C Fetch Metadata). */
    public boolean isDocked() {
        return "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
