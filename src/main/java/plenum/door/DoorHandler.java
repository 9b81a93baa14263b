package plenum.door;

import java.time.Duration;
import java.util.Optional;
import plenum.account.DisplayName;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.MeetingPassword;
import plenum.protocol.DoorMessages;
import plenum.protocol.Failed;

/** Who comes in, with what, and as whom. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class DoorHandler {
    /** A link for a second device is for here and now. */
    private static final Duration LINK_GOOD_FOR = Duration.ofMinutes(10);

    /** @param meetingLink the address of the meeting, as the sender reaches it */
    public Optional<Failed.Code> handle(
            Conference conference, Participant by, DoorMessages.Ask message, String meetingLink) {
        return switch (message) {
            case DoorMessages.Rename rename -> rename(conference, by, rename);
            case DoorMessages.LinkDevice link -> linkDevice(conference, by, meetingLink);
            case DoorMessages.Admit admit -> conference.lobby().admit(admit.knock(), by);
            case DoorMessages.Refuse refuse -> conference.lobby().refuse(refuse.knock(), by);
            case DoorMessages.AdmitAll all -> conference.lobby().admitAll(by);
            case DoorMessages.SetPassword password -> setPassword(conference, by, password);
        };
    }

    private static Optional<Failed.Code> setPassword(
            Conference conference, Participant by, DoorMessages.SetPassword message) {
        Optional<MeetingPassword> password =
                Optional.ofNullable(message.password()).flatMap(MeetingPassword::parse);
        if (message.password() != null && password.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        return conference.room().setPassword(password, by);
    }

    private static Optional<Failed.Code> rename(Conference conference, Participant by, DoorMessages.Rename message) {
        Optional<DisplayName> name = DisplayName.parse(message.name());
        return name.isEmpty()
                ? Optional.of(Failed.Code.BAD_VALUE)
                : conference.places().rename(by, name.get());
    }

    /** The token stands behind the {@code #}: no server, proxy or log on the way sees it. */
    private static Optional<Failed.Code> linkDevice(Conference conference, Participant by, String meetingLink) {
        conference.places().linkDevice(by, LINK_GOOD_FOR, token -> {
            String link = meetingLink + "#device=" + token;
            QrPath qr = QrPath.of(link);
            by.send(new DoorMessages.DeviceLink(link, qr.path(), qr.size(), (int) LINK_GOOD_FOR.toSeconds()));
        });
        return Optional.empty();
    }
}
