package plenum.conference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Attendance;
import plenum.meeting.Caller;
import plenum.meeting.Member;
import plenum.meeting.Role;
import plenum.platform.Timers.Timer;
import plenum.protocol.Announcement;
import plenum.protocol.MediaReach;
import plenum.protocol.MediaSource;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/**
 * A participant of a conference, on one device. Connected while a connection holds the place; lost during the grace time after that; then
 * gone. Belongs to the conference's mailbox.
 */
public final class Participant {
    private Caller caller;
    private final Set<MediaSource> publishing = EnumSet.noneOf(MediaSource.class);
    private final Devices devices = new Devices();
    private Attendance attendance;
    private final List<Outbox> desks = new ArrayList<>();
    private @Nullable Outbox outbox;
    private String meetingLink = "";
    private @Nullable Timer graceEnd;
    private MediaReach reach = MediaReach.FINE;

    Participant(Attendance attendance, Caller caller) {
        this.attendance = attendance;
        this.caller = caller;
    }

    public String id() {
        return attendance.id().toString();
    }

    public String name() {
        return attendance.name();
    }

    public Role role() {
        return attendance.role();
    }

    public boolean moderates() {
        return role().moderates();
    }

    /** The same for all devices of somebody. */
    public UUID person() {
        return attendance.person();
    }

    /** The breakout room they are in; empty: the main room. Participants in other rooms neither hear nor see nor read them. */
    public Optional<UUID> room() {
        return attendance.room();
    }

    public boolean isFirstDevice() {
        return attendance.samePersonAs().isEmpty();
    }

    /** The origin of their connection. */
    Caller caller() {
        return caller;
    }

    /** They came back, and may have signed in meanwhile. */
    void comesAs(Caller now) {
        caller = now;
    }

    /** Who they are; empty for a guest. */
    public Optional<Member> member() {
        return caller.member();
    }

    /** Changes name, role or room. */
    void become(Attendance changed) {
        attendance = changed;
    }

    Attendance attendance() {
        return attendance;
    }

    /** The tab is sent nothing while the participant is lost: the welcome after a resume tells it all. */
    public void send(ServerMessage message) {
        if (outbox != null) {
            outbox.send(message);
        }
        desks.forEach(desk -> desk.send(message));
    }

    /** Sends a message that is encoded once for many receivers. */
    public void send(Announcement announcement) {
        if (outbox != null) {
            outbox.send(announcement);
        }
        desks.forEach(desk -> desk.send(announcement));
    }

    /** Sends what passes: only to the tab, and only if its line is free. */
    void hint(Announcement announcement) {
        if (outbox != null) {
            outbox.hint(announcement);
        }
    }

    /** Adds a desk, which receives the messages that the tab receives. */
    void attach(Outbox desk) {
        desks.add(desk);
    }

    void detach(Outbox desk) {
        desks.remove(desk);
    }

    /** The meeting's link, as this person reaches the server. */
    public String meetingLink() {
        return meetingLink;
    }

    boolean isHeldBy(Outbox connection) {
        return outbox == connection;
    }

    /**
     * Gives the place to a connection; the one that held it before is told so.
     *
     * @param link of the meeting, as this connection reaches the server
     */
    void take(Outbox connection, String link) {
        if (graceEnd != null) {
            graceEnd.cancel();
            graceEnd = null;
        }
        if (outbox != null) {
            outbox.finish(new SessionMessages.Ended(SessionMessages.Ended.Reason.TAKEN_OVER));
        }
        outbox = connection;
        meetingLink = link;
        // another tab may have taken over, with another network
        reach = MediaReach.FINE;
    }

    /** The connection is lost; the place is kept until the timer fires. */
    void lose(Timer timer) {
        outbox = null;
        graceEnd = timer;
    }

    /** Ends the participation, for a reason that the browser is told. */
    void part(SessionMessages.Ended.Reason reason) {
        if (graceEnd != null) {
            graceEnd.cancel();
        }
        if (outbox != null) {
            outbox.finish(new SessionMessages.Ended(reason));
            outbox = null;
        }
        desks.forEach(desk -> desk.finish(new SessionMessages.Ended(reason)));
        desks.clear();
    }

    /** Their microphone and camera. */
    public Devices devices() {
        return devices;
    }

    public boolean isConnected() {
        return outbox != null;
    }

    /** Whether the microphone or the sound of a screen can be heard. */
    public boolean maySound() {
        return devices.microphone() || publishing.contains(MediaSource.SCREEN);
    }

    /** Sets whether media reach the browser, as it reports. */
    public void reach(MediaReach reported) {
        reach = reported;
    }

    public MediaReach reach() {
        return reach;
    }

    /** The sources that the media server takes from them. */
    public Set<MediaSource> publishing() {
        return publishing;
    }

    /** As the others are told of them. */
    public SessionMessages.Participant description() {
        return new SessionMessages.Participant(
                id(),
                attendance.name(),
                switch (role()) {
                    case CREATOR -> SessionMessages.Role.CREATOR;
                    case MODERATOR -> SessionMessages.Role.MODERATOR;
                    case PARTICIPANT -> SessionMessages.Role.PARTICIPANT;
                },
                devices.microphone(),
                devices.camera(),
                outbox != null,
                List.copyOf(publishing),
                attendance.samePersonAs().map(UUID::toString).orElse(null),
                attendance.room().map(UUID::toString).orElse(null),
                reach,
                caller.member().isPresent(),
                caller.member().filter(Member::admin).isPresent());
    }
}
