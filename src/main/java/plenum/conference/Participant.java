package plenum.conference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Attendance;
import plenum.meeting.Role;
import plenum.platform.Timers.Timer;
import plenum.protocol.MediaSource;
import plenum.protocol.ServerMessage;

/**
 * Somebody in a conference. Present while a connection holds the place; lost, but still here, for the grace time after the connection
 * went; gone after that. Touched in the conference's mailbox alone.
 */
public final class Participant {
    private final Attendance attendance;
    private final Set<MediaSource> publishing = EnumSet.noneOf(MediaSource.class);
    private boolean microphone;
    private boolean camera;
    private boolean silenced;
    private @Nullable Outbox outbox;
    private @Nullable Timer graceEnd;

    Participant(Attendance attendance) {
        this.attendance = attendance;
    }

    public String id() {
        return attendance.id().toString();
    }

    public Role role() {
        return attendance.role();
    }

    Attendance attendance() {
        return attendance;
    }

    /** Does nothing while the participant is lost: the welcome after a resume tells it all. */
    public void send(ServerMessage message) {
        if (outbox != null) {
            outbox.send(message);
        }
    }

    boolean isHeldBy(Outbox connection) {
        return outbox == connection;
    }

    /** Gives the place to a connection; the one that held it before is told so. */
    void take(Outbox connection) {
        if (graceEnd != null) {
            graceEnd.cancel();
            graceEnd = null;
        }
        if (outbox != null) {
            outbox.finish(new ServerMessage.Ended(ServerMessage.Ended.Reason.TAKEN_OVER));
        }
        outbox = connection;
    }

    /** The connection is gone; the place stays until the timer says otherwise. */
    void lose(Timer timer) {
        outbox = null;
        graceEnd = timer;
    }

    /** Leaves for good. */
    void part() {
        if (graceEnd != null) {
            graceEnd.cancel();
        }
        if (outbox != null) {
            outbox.finish(new ServerMessage.Ended(ServerMessage.Ended.Reason.LEFT));
            outbox = null;
        }
    }

    /** Switching the microphone on ends a moderator's mute. */
    void setDevices(boolean microphoneOn, boolean cameraOn) {
        microphone = microphoneOn;
        camera = cameraOn;
        silenced = silenced && !microphoneOn;
    }

    void silence() {
        microphone = false;
        silenced = true;
    }

    /** Whether a moderator turned the microphone off, so that nobody may hear it, whatever the browser sends. */
    boolean isSilenced() {
        return silenced;
    }

    boolean microphone() {
        return microphone;
    }

    Set<MediaSource> publishing() {
        return publishing;
    }

    ServerMessage.Participant description() {
        return new ServerMessage.Participant(
                id(),
                attendance.name(),
                switch (role()) {
                    case CREATOR -> ServerMessage.Role.CREATOR;
                    case MODERATOR -> ServerMessage.Role.MODERATOR;
                    case PARTICIPANT -> ServerMessage.Role.PARTICIPANT;
                },
                microphone,
                camera,
                outbox != null,
                List.copyOf(publishing));
    }
}
