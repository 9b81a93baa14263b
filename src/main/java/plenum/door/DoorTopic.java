package plenum.door;

import java.time.Duration;
import java.util.Optional;
import plenum.account.DisplayName;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.MeetingPassword;
import plenum.platform.QrPath;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;

/** Who comes in, with what, and as whom. */
public final class DoorTopic implements Topic<DoorMessages.Ask> {
    /** A link for a second device is for here and now. */
    private static final Duration LINK_GOOD_FOR = Duration.ofMinutes(10);

    private final Conference conference;
    private final PasswordChanges changes;

    public DoorTopic(Conference conference, PasswordChanges changes) {
        this.conference = conference;
        this.changes = changes;
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, DoorMessages.Ask message) {
        return switch (message) {
            case DoorMessages.Rename rename -> rename(by, rename);
            case DoorMessages.LinkDevice link -> linkDevice(by);
            case DoorMessages.Admit admit -> conference.lobby().admit(admit.knock(), by);
            case DoorMessages.Refuse refuse -> conference.lobby().refuse(refuse.knock(), by);
            case DoorMessages.AdmitAll all -> conference.lobby().admitAll(by);
            case DoorMessages.RefuseAll all -> conference.lobby().refuseAll(by);
            case DoorMessages.SetPassword password -> setPassword(by, password);
        };
    }

    private Optional<Failed.Code> setPassword(Participant by, DoorMessages.SetPassword message) {
        Optional<MeetingPassword> password =
                Optional.ofNullable(message.password()).flatMap(MeetingPassword::parse);
        if (message.password() != null && password.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        // taking it away costs nothing, and is never refused
        boolean may = password.isEmpty() || changes.tryTake(conference, by);
        return may ? conference.room().setPassword(password, by) : Optional.of(Failed.Code.THROTTLED);
    }

    private Optional<Failed.Code> rename(Participant by, DoorMessages.Rename message) {
        Optional<DisplayName> name = DisplayName.parse(message.name());
        return name.isEmpty()
                ? Optional.of(Failed.Code.BAD_VALUE)
                : conference.places().rename(by, name.get());
    }

    /** The token stands behind the {@code #}: no server, proxy or log on the way sees it. */
    private Optional<Failed.Code> linkDevice(Participant by) {
        return conference.places().linkDevice(by, LINK_GOOD_FOR, token -> {
            String link = by.meetingLink() + "#device=" + token;
            QrPath qr = QrPath.of(link);
            by.send(new DoorMessages.DeviceLink(link, qr.path(), qr.size(), (int) LINK_GOOD_FOR.toSeconds()));
        });
    }
}
