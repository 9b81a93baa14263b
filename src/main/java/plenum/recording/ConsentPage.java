package plenum.recording;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;

/** Where somebody takes back their consent to be in a film, by the secret that they were given when they consented; without an account. */
@Named
@RequestScoped
@NullUnmarked
public class ConsentPage {
    private static final int LONGEST = 64;

    @Inject
    HttpServletRequest request;

    @Inject
    MyRecordings recordings;

    private String token = "";
    private Optional<MyRecordings.Right> found;
    private boolean done;

    /** Which button there is follows from the secret, before the form is read. */
    @PostConstruct
    void begin() {
        setToken(request.getParameter("consent:token"));
    }

    public String getToken() {
        return token;
    }

    public void setToken(String typed) {
        token = typed == null || typed.length() > LONGEST ? "" : typed;
        found = null;
    }

    private Optional<MyRecordings.Right> right() {
        if (found == null) {
            found = token.isEmpty() ? Optional.empty() : recordings.right(token);
        }
        return found;
    }

    /** The secret came with the form; what is shown follows from it. */
    public void look() {
        found = null;
    }

    public void withdraw() {
        done = recordings.withdraw(token);
        found = null;
    }

    public boolean isAsked() {
        return !token.isEmpty();
    }

    public boolean isDone() {
        return done;
    }

    /** Last part of the key of the text that says how it is. */
    public String getState() {
        Optional<MyRecordings.Right> right = right();
        if (right.isEmpty()) {
            return "none";
        }
        if (right.get().choice().withdrawnAt().isPresent()) {
            return "withdrawn";
        }
        if (!right.get().choice().given()) {
            return "declined";
        }
        Recording recording = right.get().recording();
        if (recording.endedAt().isEmpty()) {
            return "running";
        }
        return recordings.canChange(recording) ? "given" : "over";
    }

    public String getMeeting() {
        return right().map(right -> right.recording().name()).orElse("");
    }

    public String getName() {
        return right().map(right -> right.choice().name()).orElse("");
    }

    public String getWhen() {
        return right().map(right -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(FacesContext.getCurrentInstance()
                                        .getViewRoot()
                                        .getLocale())
                                .format(right.recording().startedAt().atZone(ZoneOffset.UTC))
                        + " UTC")
                .orElse("");
    }
}
