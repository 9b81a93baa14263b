package plenum.door;

import java.time.Duration;
import java.util.Optional;
import plenum.account.DisplayName;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.meeting.MeetingPassword;
import plenum.protocol.ClientMessage;
import plenum.protocol.ServerMessage;
import plenum.protocol.ServerMessage.Failed;

/** Who comes in, with what, and as whom. Called in the conference's mailbox; a code in the answer says that nothing happened. */
public final class DoorHandler {
    /** A link for a second device is for here and now. */
    private static final Duration LINK_GOOD_FOR = Duration.ofMinutes(10);

    public Optional<Failed.Code> admit(Conference conference, Participant by, ClientMessage.Admit message) {
        return conference.lobby().admit(message.knock(), by);
    }

    public Optional<Failed.Code> refuse(Conference conference, Participant by, ClientMessage.Refuse message) {
        return conference.lobby().refuse(message.knock(), by);
    }

    public Optional<Failed.Code> admitAll(Conference conference, Participant by) {
        return conference.lobby().admitAll(by);
    }

    public Optional<Failed.Code> setPassword(Conference conference, Participant by, ClientMessage.SetPassword message) {
        Optional<MeetingPassword> password =
                Optional.ofNullable(message.password()).flatMap(MeetingPassword::parse);
        if (message.password() != null && password.isEmpty()) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        return conference.room().setPassword(password, by);
    }

    public Optional<Failed.Code> rename(Conference conference, Participant by, ClientMessage.Rename message) {
        Optional<DisplayName> name = DisplayName.parse(message.name());
        return name.isEmpty()
                ? Optional.of(Failed.Code.BAD_VALUE)
                : conference.places().rename(by, name.get());
    }

    /** The token stands behind the {@code #}: no server, proxy or log on the way sees it. */
    public Optional<Failed.Code> linkDevice(Conference conference, Participant by, String meetingLink) {
        conference.places().linkDevice(by, LINK_GOOD_FOR, token -> {
            String link = meetingLink + "#device=" + token;
            QrPath qr = QrPath.of(link);
            by.send(new ServerMessage.DeviceLink(link, qr.path(), qr.size(), (int) LINK_GOOD_FOR.toSeconds()));
        });
        return Optional.empty();
    }
}
