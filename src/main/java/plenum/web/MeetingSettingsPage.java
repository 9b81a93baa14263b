package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import plenum.account.CurrentUser;
import plenum.conference.Conferences;
import plenum.mail.MailAddress;
import plenum.meeting.ChosenRules;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingName;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Meetings;
import plenum.meeting.MyMeetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordHashing;
import plenum.meeting.RoomRules;
import plenum.platform.HashingSlots;

/** One meeting of its owner's: its name and rules while nobody is in it, its hosts, and its end. For anybody else there is none. */
@Named
@RequestScoped
@NullUnmarked
public class MeetingSettingsPage {
    private static final int MOST_HOSTS = 50;
    private static final String RULES_SHOWN = "settings:rules:shown";

    @Inject
    CurrentUser user;

    @Inject
    MyMeetings mine;

    @Inject
    Meetings meetings;

    @Inject
    Conferences conferences;

    @Inject
    PasswordHashing hashing;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private Optional<Meeting> found;
    private String name;
    private String password;
    private String host;
    private ChosenRules rules;
    private boolean saved;

    /** Called before anything of the page is shown or done. */
    public void requireMeeting() throws IOException {
        if (found().isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    private Optional<Meeting> found() {
        if (found == null) {
            String letters = request.getParameter("m");
            found = Optional.ofNullable(letters)
                    .flatMap(MeetingLetters::parse)
                    .flatMap(parsed -> mine.owned(user.person().account().id(), parsed));
        }
        return found;
    }

    /** What is set here would be overwritten by what is set in there. */
    public boolean isRunning() {
        return found().flatMap(meeting -> conferences.find(meeting.id())).isPresent();
    }

    public void save() {
        Optional<MeetingName> parsed = MeetingName.parse(name == null ? "" : name);
        Optional<MeetingPassword> word = Optional.ofNullable(password).flatMap(MeetingPassword::parse);
        if (found().isEmpty()) {
            return;
        }
        if (parsed.isEmpty()) {
            texts.refuse("settings:name", "create.name.empty");
        } else if (password != null && !password.isEmpty() && word.isEmpty()) {
            texts.refuse("settings:password", "create.password.bad");
        } else if (isRunning()) {
            texts.refuse("settings:name", "meetings.running.hint");
        } else {
            store(found().get(), parsed.get(), word);
        }
    }

    private void store(Meeting meeting, MeetingName parsed, Optional<MeetingPassword> word) {
        Optional<PasswordHash> hash = word.flatMap(typed -> hashing.hash(typed, HashingSlots.Queue.PAGE));
        if (hash.isPresent() != word.isPresent()) {
            texts.refuse("settings:password", "account.busy");
            return;
        }
        mine.rename(meeting, parsed);
        meetings.setRules(meeting, chosen().rules(request.getParameter(RULES_SHOWN) != null));
        if (hash.isPresent()) {
            meetings.setPassword(meeting, hash);
        }
        saved = true;
    }

    public void removePassword() {
        if (!isRunning()) {
            found().ifPresent(meeting -> meetings.setPassword(meeting, Optional.empty()));
        }
        found = null;
    }

    public void addHost() {
        Optional<MailAddress> address = MailAddress.parse(host == null ? "" : host);
        if (address.isEmpty()) {
            texts.refuse("hosts:host", "account.email.bad");
        } else if (getHosts().size() >= MOST_HOSTS) {
            texts.refuse("hosts:host", "meetings.hosts.many");
        } else {
            found().ifPresent(meeting -> mine.addHost(meeting, address.get().text()));
            host = "";
        }
    }

    /** Whom a button belongs to comes with it: the list may have changed since. */
    public void removeHost() {
        String who = request.getParameter("who");
        if (who != null) {
            found().ifPresent(meeting -> mine.removeHost(meeting, who));
        }
    }

    public void delete() throws IOException {
        if (isRunning()) {
            texts.refuse("delete:submit", "meetings.running.hint");
        } else {
            found().ifPresent(mine::delete);
            FacesContext.getCurrentInstance().getExternalContext().redirect(request.getContextPath() + "/meetings");
        }
    }

    private ChosenRules chosen() {
        if (rules == null) {
            rules = new ChosenRules(found().map(Meeting::rules).orElseGet(RoomRules::standard));
        }
        return rules;
    }

    /** By the names of the switches. */
    public Map<String, Boolean> getRules() {
        return chosen().switches();
    }

    public List<String> getHosts() {
        return found().map(mine::hosts).orElse(List.of());
    }

    public List<MyMeetings.Visit> getVisits() {
        return found().map(mine::attendance).orElse(List.of());
    }

    public String getLetters() {
        return found().map(meeting -> meeting.letters().text()).orElse("");
    }

    public String getTitle() {
        return found().map(Meeting::name).orElse("");
    }

    public boolean isProtected() {
        return found().flatMap(Meeting::password).isPresent();
    }

    public boolean isSaved() {
        return saved;
    }

    public String getName() {
        return name == null ? getTitle() : name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }
}
