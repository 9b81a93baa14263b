package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;
import plenum.conference.Conferences;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MyMeetings;

/** End-to-end encryption of one meeting of its owner's, before anybody has been in it. */
@Named
@RequestScoped
@NullUnmarked
public class MeetingSecrecyPanel {
    @Inject
    CurrentUser user;

    @Inject
    MyMeetings mine;

    @Inject
    Conferences conferences;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private Optional<Meeting> found;
    private String keyCheck;
    private String keySalt;

    private Optional<Meeting> found() {
        if (found == null) {
            found = Optional.ofNullable(request.getParameter("m"))
                    .flatMap(MeetingLetters::parse)
                    .flatMap(parsed -> mine.owned(user.person().account().id(), parsed));
        }
        return found;
    }

    public boolean isEncrypted() {
        return found().filter(Meeting::isEncrypted).isPresent();
    }

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return found().filter(meeting -> conferences.find(meeting.id()).isEmpty() && mine.isUntouched(meeting))
                .isPresent();
    }

    public void encrypt() throws IOException {
        Optional<KeyCheck> key = KeyCheck.parse(keyCheck, keySalt);
        if (key.isEmpty()) {
            refuse("meetings.secrecy.no-key");
        } else {
            change(key);
        }
    }

    public void stopEncrypting() throws IOException {
        change(Optional.empty());
    }

    /** The page is shown anew: it has the link with the key, which this browser alone knows. */
    private void change(Optional<KeyCheck> key) throws IOException {
        if (found().isEmpty()) {
            return;
        }
        if (!isOpen() || !mine.setKey(found().get(), key)) {
            refuse("meetings.secrecy.late");
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext()
                .redirect(request.getContextPath() + "/meetings/settings?m="
                        + found().get().letters());
        faces.responseComplete();
    }

    private void refuse(String why) {
        texts.refuse("secrecy:key-check", why);
    }

    /** What is known of its key, so that this browser can tell whether it has that. */
    public String getStoredCheck() {
        return found().flatMap(Meeting::key).map(KeyCheck::check).orElse("");
    }

    public String getKeyCheck() {
        return "";
    }

    public void setKeyCheck(String keyCheck) {
        this.keyCheck = keyCheck;
    }

    public String getKeySalt() {
        return "";
    }

    public void setKeySalt(String keySalt) {
        this.keySalt = keySalt;
    }
}
