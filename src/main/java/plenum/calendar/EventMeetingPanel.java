package plenum.calendar;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import plenum.meeting.ChosenRules;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingPassword;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordHashing;
import plenum.meeting.RoomRules;
import plenum.platform.HashingSlots;

/** The meeting in the dialog of an event: the green button, and how the meeting is set up. All of it but the meeting itself is stored on "save". */
@Named
@ViewScoped
@NullUnmarked
public class EventMeetingPanel extends PersonalPage {
    private static final long serialVersionUID = 1L;
    private static final String PASSWORD = "event:password";
    private static final String KEY = "event:key-check";
    private static final String RULES_SHOWN = "event:rules:shown";

    @Inject
    transient EventMeetings meetings;

    @Inject
    transient PasswordHashing hashing;

    @Inject
    GuestsPanel guests;

    private String letters;

    /** Letters of a meeting that was made here and is in no stored event yet. */
    private String made;

    private transient ChosenRules rules;
    private List<String> hosts = new ArrayList<>();
    private String password = "";
    private boolean open;
    private String keyCheck = "";
    private String keySalt = "";
    private boolean unsealed;
    private transient Optional<PasswordHash> hash = Optional.empty();

    /** Somebody who may moderate. */
    public record Host(String email, String name, boolean chosen) {}

    void begin(Optional<MeetingLetters> of) {
        discard();
        show(of);
    }

    private void show(Optional<MeetingLetters> of) {
        letters = of.map(MeetingLetters::text).orElse(null);
        rules = new ChosenRules(owned().map(Meeting::rules).orElseGet(RoomRules::standard));
        hosts = new ArrayList<>(owned().map(meetings::hosts).orElse(List.of()));
        password = "";
        open = false;
        keyCheck = "";
        keySalt = "";
        unsealed = false;
        hash = Optional.empty();
    }

    /** Makes the event's meeting, once. */
    void add(String title) {
        if (letters == null && isAllowed()) {
            show(Optional.of(meetings.create(account(), title)));
            made = letters;
        }
    }

    public void remove() {
        begin(Optional.empty());
    }

    /** Forgets a meeting that was made for an event that is not stored. */
    void discard() {
        Optional.ofNullable(made)
                .map(MeetingLetters::new)
                .flatMap(known -> meetings.owned(account(), known))
                .ifPresent(meetings::discard);
        made = null;
    }

    Optional<MeetingLetters> letters() {
        return Optional.ofNullable(letters).map(MeetingLetters::new);
    }

    private Optional<Meeting> owned() {
        return letters().flatMap(known -> meetings.owned(account(), known));
    }

    /** False, and the form says why, when what is typed is no password. */
    boolean isReady() {
        hash = Optional.empty();
        if (password.isEmpty() || !isSetUpHere()) {
            return true;
        }
        Optional<MeetingPassword> word = MeetingPassword.parse(password);
        hash = word.flatMap(typed -> hashing.hash(typed, HashingSlots.Queue.PAGE));
        if (hash.isEmpty()) {
            refuse(PASSWORD, word.isEmpty() ? "create.password.bad" : "account.busy");
        }
        return hash.isPresent();
    }

    /**
     * Encrypts the meeting end to end, or no longer, before anybody is told of it.
     *
     * @return false, and the form says why, when somebody has been in it
     */
    boolean seal() {
        Optional<KeyCheck> key = KeyCheck.parse(keyCheck, keySalt);
        if (!isSetUpHere() || (key.isEmpty() && !unsealed)) {
            return true;
        }
        boolean done = owned().filter(meeting -> meetings.setKey(meeting, key)).isPresent();
        if (!done) {
            refuse(KEY, "meetings.secrecy.late");
        }
        return done;
    }

    /** Stores how the meeting is set up, where that is up to whoever edits. */
    void store(String title) {
        boolean shown = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey(RULES_SHOWN);
        made = null;
        owned().ifPresent(meeting ->
                meetings.setUp(meeting, new EventMeetings.Wish(title, rules.rules(shown), hash, open, hosts)));
    }

    public boolean isAllowed() {
        return meetings.mayCreate(account());
    }

    public boolean isThere() {
        return letters != null;
    }

    /** Whether whoever edits may set it up, and it is not going on. */
    public boolean isSetUpHere() {
        return owned().filter(meeting -> !meetings.isRunning(meeting)).isPresent();
    }

    /** Whether it is theirs and is going on, so that it is set up in there. */
    public boolean isRunning() {
        return owned().filter(meetings::isRunning).isPresent();
    }

    /** Where one joins; empty without a meeting. */
    public String getAddress() {
        return letters().map(meetings::address).orElse("");
    }

    public String getLetters() {
        return letters;
    }

    /** By the names of the switches. */
    public Map<String, Boolean> getRules() {
        return rules.switches();
    }

    /** Guests of the event, and who moderates already. */
    public List<Host> getHosts() {
        TreeSet<String> all = new TreeSet<>(hosts);
        guests.all().forEach(guest -> all.add(guest.email().text()));
        return all.stream()
                .map(email -> new Host(email, name(email), hosts.contains(email)))
                .toList();
    }

    private String name(String email) {
        return guests.all().stream()
                .filter(guest -> guest.email().text().equals(email))
                .map(Guest::shown)
                .findFirst()
                .orElse(email);
    }

    public void toggleHost(String email) {
        if (!hosts.remove(email) && hosts.size() < EventMeetings.MOST_HOSTS) {
            hosts.add(email);
        }
    }

    /** Whether people are asked for a password that was set before. */
    public boolean isProtected() {
        return !open && owned().flatMap(Meeting::password).isPresent();
    }

    public void removePassword() {
        open = true;
    }

    /** Whether those who come need the key. */
    public boolean isEncrypted() {
        return !unsealed && owned().filter(Meeting::isEncrypted).isPresent();
    }

    /** Whether it can be decided still, because nobody has been in it. */
    public boolean isUntouched() {
        return isSetUpHere() && owned().filter(meetings::isUntouched).isPresent();
    }

    public boolean isEncryptable() {
        return !isEncrypted() && isUntouched();
    }

    /** On "save". */
    public void stopEncrypting() {
        unsealed = true;
    }

    /** What is known of its key, so that this browser can tell whether it has that; empty while a key can be made. */
    public String getStoredCheck() {
        return isEncrypted()
                ? owned().flatMap(Meeting::key).map(KeyCheck::check).orElse("")
                : "";
    }

    public String getKeyCheck() {
        return keyCheck;
    }

    public void setKeyCheck(String keyCheck) {
        this.keyCheck = keyCheck == null ? "" : keyCheck;
    }

    public String getKeySalt() {
        return keySalt;
    }

    public void setKeySalt(String keySalt) {
        this.keySalt = keySalt == null ? "" : keySalt;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password.strip();
    }
}
