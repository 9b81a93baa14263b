package plenum.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.account.Account;
import plenum.account.CurrentUser;
import plenum.account.Taste;
import plenum.account.Tastes;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.policy.Policy;
import plenum.recording.LiveRecordings;

/** The page around the stage: the meeting's name, and the data that the browser code starts from. */
@Named
@RequestScoped
public class MeetingPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    HttpServletRequest request;

    @Inject
    Meetings meetings;

    @Inject
    Texts texts;

    @Inject
    FirewallRows firewall;

    @Inject
    LiveRecordings recordings;

    @Inject
    Policy policy;

    @Inject
    CurrentUser user;

    @Inject
    Memberships memberships;

    @Inject
    Tastes tastes;

    /** The page's own address, without a meeting, is none. */
    public void requireMeeting() {
        if (meeting() == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
        }
    }

    /** Nobody learns what a meeting with a password is called before they have typed that. */
    public String getName() {
        Meeting meeting = meeting();
        if (meeting == null) {
            return "";
        }
        return asksForPassword(meeting) ? texts.text("meeting.private") : meeting.name();
    }

    /** JSON for a script element: nothing in it can end that element, whatever a meeting is called. */
    public String getStageData() throws JsonProcessingException {
        Meeting meeting = meeting();
        if (meeting == null) {
            return "{}";
        }
        Map<String, Object> data = new HashMap<>(Map.of(
                "letters", meeting.letters().text(),
                "name", getName(),
                "user", user.account().map(account -> account.name().text()).orElse(""),
                "password", asksForPassword(meeting),
                "creator", isCreator(meeting),
                "recorded", recordings.isRecorded(meeting.id()),
                "firewall", firewall.rows(),
                "off",
                        policy.rules().off().stream()
                                .map(module -> module.name().toLowerCase(Locale.ROOT))
                                .toList(),
                "texts", texts.of("main.js")));
        user.account().ifPresent(account -> data.put("kept", kept(account)));
        meeting.key().ifPresent(key -> data.put("key", key));
        return forScriptElement(JSON.writeValueAsString(data));
    }

    /** What the account keeps of the preferences, by their names in the browser code. */
    private Map<String, Object> kept(Account account) {
        return Map.of(
                "enterMuted", account.defaults().muted(),
                "enterWithoutCamera", account.defaults().cameraOff(),
                "silent", tastes.of(account.id()).map(Taste::silent).orElse(Set.of()));
    }

    private boolean asksForPassword(Meeting meeting) {
        return meeting.password().isPresent() && !isCreator(meeting);
    }

    /** By the token in this browser, or by the account that the meeting belongs to. */
    private boolean isCreator(Meeting meeting) {
        return BrowserCookies.creatorToken(request, meeting)
                        .filter(token -> meetings.isCreator(meeting, token))
                        .isPresent()
                || user.account()
                        .filter(account ->
                                memberships.roleOf(meeting, account.id()).isPresent()
                                        || (account.isAdmin() && memberships.isVisiting(meeting, account.id())))
                        .isPresent();
    }

    /** These characters occur inside JSON strings only, where an escape means the same. */
    static String forScriptElement(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private @Nullable Meeting meeting() {
        return (Meeting) request.getAttribute(MeetingServlet.MEETING);
    }
}
