package plenum.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.meeting.Attendance;
import plenum.meeting.Caller;
import plenum.meeting.Role;
import plenum.platform.Timers.Timer;
import plenum.protocol.Announcement;
import plenum.protocol.LinkQuality;
import plenum.protocol.MediaReach;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages.ShareRule;
import plenum.protocol.Outbox;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages;

/**
 * Somebody in a conference. Present while a connection holds the place; lost, but still here, for the grace time after the connection
 * went; gone after that. Touched in the conference's mailbox alone.
 */
public final class Participant {
    private static final ShareRule FREE_SHARE = new ShareRule(null, false);

    private final Caller caller;
    private final Set<MediaSource> publishing = EnumSet.noneOf(MediaSource.class);
    private boolean microphone;
    private boolean camera;
    private boolean silenced;
    private boolean dimmed;
    private boolean muted;
    private boolean stopped;
    private boolean allowedDevices;
    private Attendance attendance;
    private final List<Outbox> desks = new ArrayList<>();
    private @Nullable Outbox outbox;
    private String meetingLink = "";
    private @Nullable Timer graceEnd;
    private MediaReach reach = MediaReach.FINE;
    private @Nullable LinkReport link;
    private ShareRule toldShareRule = FREE_SHARE;

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

    /** The breakout room they are in; empty: the main room. Who is in another one neither hears nor sees nor reads them. */
    public Optional<UUID> room() {
        return attendance.room();
    }

    public boolean isFirstDevice() {
        return attendance.samePersonAs().isEmpty();
    }

    /** Where they came from. */
    Caller caller() {
        return caller;
    }

    /** Goes on under another name, in another role, or in another room. */
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

    /** As above. */
    void send(Announcement announcement) {
        if (outbox != null) {
            outbox.send(announcement);
        }
        desks.forEach(desk -> desk.send(announcement));
    }

    /** From now on a desk is sent what the tab is sent. */
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
        toldShareRule = FREE_SHARE;
    }

    /** The connection is gone; the place stays until the timer says otherwise. */
    void lose(Timer timer) {
        outbox = null;
        graceEnd = timer;
    }

    /** Leaves for good, or has to. */
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

    /** Switching a device on ends a moderator's mute of it. */
    void setDevices(boolean microphoneOn, boolean cameraOn) {
        microphone = microphoneOn;
        camera = cameraOn;
        silenced = silenced && !microphoneOn;
        dimmed = dimmed && !cameraOn;
        muted = muted && !microphoneOn;
        stopped = stopped && !cameraOn;
    }

    /** As a moderator's act, which concerns the sound of a screen, too. */
    void mute() {
        silence();
        muted = true;
    }

    /** As a moderator's act, which concerns screens, too. */
    void stopVideo() {
        dim();
        stopped = true;
    }

    void silence() {
        microphone = false;
        silenced = true;
        allowedDevices = false;
    }

    void dim() {
        camera = false;
        dimmed = true;
        allowedDevices = false;
    }

    /** May turn devices on where others may not, and share a screen again. */
    void allowDevices() {
        allowedDevices = true;
        muted = false;
        stopped = false;
    }

    boolean isAllowedDevices() {
        return allowedDevices;
    }

    /** Whether a moderator muted them, and not only a rule or their own start. */
    boolean isMuted() {
        return muted;
    }

    /** Whether a moderator stopped their video, and not only a rule or their own start. */
    boolean isStopped() {
        return stopped;
    }

    /** Tells the tab what holds for its screen, if that is news to it. */
    void tell(ShareRule rule) {
        if (!rule.equals(toldShareRule)) {
            toldShareRule = rule;
            send(rule);
        }
    }

    /** Whether the camera was turned off, so that nobody may see it, whatever the browser sends. */
    boolean isDimmed() {
        return dimmed;
    }

    boolean camera() {
        return camera;
    }

    boolean isConnected() {
        return outbox != null;
    }

    /** Whether the microphone was turned off, so that nobody may hear it, whatever the browser sends. */
    boolean isSilenced() {
        return silenced;
    }

    boolean microphone() {
        return microphone;
    }

    /** Whether something of theirs can be heard: the microphone, or a screen with its sound. */
    boolean maySound() {
        return microphone || publishing.contains(MediaSource.SCREEN);
    }

    /** Whether sound and picture reach their tab, as it says. */
    void reach(MediaReach reported) {
        reach = reported;
    }

    MediaReach reach() {
        return reach;
    }

    /** What their tab last said of its way to the media server, and when. */
    void link(LinkReport report) {
        link = report;
    }

    Optional<LinkReport> link() {
        return Optional.ofNullable(link);
    }

    /** A way to the media server, at a time. */
    record LinkReport(LinkQuality quality, Instant at) {}

    Set<MediaSource> publishing() {
        return publishing;
    }

    SessionMessages.Participant description() {
        return new SessionMessages.Participant(
                id(),
                attendance.name(),
                switch (role()) {
                    case CREATOR -> SessionMessages.Role.CREATOR;
                    case MODERATOR -> SessionMessages.Role.MODERATOR;
                    case PARTICIPANT -> SessionMessages.Role.PARTICIPANT;
                },
                microphone,
                camera,
                outbox != null,
                List.copyOf(publishing),
                attendance.samePersonAs().map(UUID::toString).orElse(null),
                attendance.room().map(UUID::toString).orElse(null),
                reach);
    }
}
