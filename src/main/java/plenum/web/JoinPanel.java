package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.meeting.CodeTries;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.Meetings;
import plenum.meeting.PersonalRooms;

/** The field "Join", which takes a code, a link, or the letters of a link. */
@Named
@RequestScoped
public class JoinPanel {
    @Inject
    Meetings meetings;

    @Inject
    PersonalRooms rooms;

    @Inject
    CodeTries tries;

    @Inject
    Visits visits;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private @Nullable String address;
    private @Nullable Meeting found;

    /** Looks the meeting up while the form is validated, so that a refused address stays in its field. */
    public void find(FacesContext faces, UIComponent field, Object value) {
        String typed = String.valueOf(value).strip();
        if (typed.isEmpty()) {
            throw new ValidatorException(texts.error("join.empty"));
        }
        MeetingAddress parsed =
                MeetingAddress.parse(typed).orElseThrow(() -> new ValidatorException(texts.error("join.unreadable")));
        found = lookUp(parsed).orElseThrow(() -> new ValidatorException(texts.error("join.unknown")));
    }

    /** A link has 90 random bits that nobody guesses, so it leads in whatever was tried before; a code and a name are counted. */
    private Optional<Meeting> lookUp(MeetingAddress parsed) {
        return switch (parsed) {
            case MeetingAddress.ByLetters(var letters) -> meetings.byLetters(letters);
            case MeetingAddress.ByCode(var code) -> guessed(() -> meetings.byCode(code));
            case MeetingAddress.ByRoom(var name) -> guessed(() -> rooms.byName(name));
        };
    }

    /** What could be guessed counts as wrong unless it is right. */
    private Optional<Meeting> guessed(Supplier<Optional<Meeting>> search) {
        CodeTries.Granted attempt = take();
        Optional<Meeting> right = search.get();
        if (right.isPresent()) {
            tries.giveBack(attempt);
        }
        return right;
    }

    private CodeTries.Granted take() {
        String address = visits.addressOf(request);
        CodeTries.Answer answer = visits.mayAsk(address) ? tries.take(address) : CodeTries.Refused.TOO_MANY_FROM_THERE;
        return switch (answer) {
            case CodeTries.Granted granted -> granted;
            case CodeTries.Refused.TOO_MANY_FROM_THERE -> throw new ValidatorException(texts.error("join.throttled"));
            case CodeTries.Refused.TOO_MANY_AT_ALL -> throw new ValidatorException(texts.error("join.crowded"));
        };
    }

    /** Goes to the page of the meeting that was found. */
    public void join() throws IOException {
        if (found != null) {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            external.redirect(external.getRequestContextPath() + "/m/" + found.letters());
        }
    }

    /** The typed text, or the code that another program shared. */
    public @Nullable String getAddress() {
        if (address == null) {
            return Optional.ofNullable(request.getParameter("address"))
                    .flatMap(MeetingCode::parse)
                    .map(MeetingCode::toString)
                    .orElse(null);
        }
        return address;
    }

    /** Whether what was typed leads nowhere. */
    public boolean isRefused() {
        return FacesContext.getCurrentInstance().isValidationFailed();
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }
}
