package plenum.door;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.account.DisplayName;
import plenum.conference.Admission;
import plenum.conference.Arrival;
import plenum.conference.Conference;
import plenum.conference.Entry;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.MeetingPassword;
import plenum.meeting.RoomSwitch;
import plenum.platform.QrPath;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages.Waiting;

/** Handles the lobby, the password, links for second devices, and participants' own names. */
public final class DoorTopic implements Topic<DoorMessages.Ask> {
    /** A link for a second device is for here and now. */
    private static final Duration LINK_GOOD_FOR = Duration.ofMinutes(10);

    private final Conference conference;
    private final Lobby lobby;
    private final Passwords passwords;

    public DoorTopic(Conference conference, DoorServices around) {
        this.conference = conference;
        this.lobby = new Lobby(conference);
        this.passwords = new Passwords(conference, around);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, DoorMessages.Ask message) {
        return switch (message) {
            case DoorMessages.Rename(var name) -> rename(by, name);
            case DoorMessages.LinkDevice() -> linkDevice(by);
            case DoorMessages.Admit(var knock) -> lobby.admit(knock, by);
            case DoorMessages.Refuse(var knock) -> lobby.refuse(knock, by);
            case DoorMessages.AdmitAll() -> lobby.admitAll(by);
            case DoorMessages.RefuseAll() -> lobby.refuseAll(by);
            case DoorMessages.SetPassword password -> setPassword(by, password);
        };
    }

    @Override
    public boolean keepWaiting(Arrival arrival, Waiting.Reason reason, Consumer<Admission> answer) {
        lobby.knock(arrival, reason, answer);
        return true;
    }

    @Override
    public void greet(Participant newcomer) {
        if (newcomer.moderates()) {
            lobby.tell(newcomer);
        }
    }

    /** A moderator is here: those who waited for one need not wait any longer. */
    @Override
    public void entered(Entry entry) {
        if (entry.participant().moderates()) {
            lobby.review();
        }
    }

    @Override
    public void roleChanged(Participant participant) {
        if (participant.moderates()) {
            lobby.tell(participant);
            lobby.review();
        } else {
            lobby.conceal(participant);
        }
    }

    @Override
    public void rulesChanged() {
        lobby.review();
    }

    @Override
    public void ending() {
        lobby.dismissAll();
    }

    private Optional<Failed.Code> setPassword(Participant by, DoorMessages.SetPassword message) {
        Optional<MeetingPassword> password =
                Optional.ofNullable(message.password()).flatMap(MeetingPassword::parse);
        return message.password() != null && password.isEmpty()
                ? Optional.of(Failed.Code.BAD_VALUE)
                : passwords.set(password, by);
    }

    private Optional<Failed.Code> rename(Participant by, String typed) {
        Optional<DisplayName> name = DisplayName.parse(typed);
        if (name.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        if (!conference.rules().permits(by, RoomSwitch.RENAME)) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        conference.places().rename(by, name.get(), () -> by.send(new Failed(Failed.Code.INTERNAL, "rename")));
        return Optional.empty();
    }

    /**
     * Only moderators bring a second device through a locked door. The token stands behind the {@code #}: no server, proxy or log on the way
     * sees it.
     */
    private Optional<Failed.Code> linkDevice(Participant by) {
        if (conference.rules().current().locked() && !by.moderates()) {
            return Optional.of(Failed.Code.FORBIDDEN);
        }
        if (conference.admissions().hasAllDevices(by.person())) {
            return Optional.of(Failed.Code.TOO_MANY);
        }
        conference
                .places()
                .linkDevice(
                        by,
                        LINK_GOOD_FOR,
                        token -> {
                            String link = by.meetingLink() + "#device=" + token;
                            QrPath qr = QrPath.of(link);
                            by.send(new DoorMessages.DeviceLink(
                                    link, qr.path(), qr.size(), (int) LINK_GOOD_FOR.toSeconds()));
                        },
                        () -> by.send(new Failed(Failed.Code.INTERNAL, "link-device")));
        return Optional.empty();
    }
}
