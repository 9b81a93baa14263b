package plenum.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.conference.MeetingRules;
import plenum.conference.Participant;
import plenum.meeting.RoomSwitch;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages.ShareRule;
import plenum.protocol.ShareBarrier;

/**
 * Decides which media of a participant may be published, heard and seen, for every source, by the rules of the meeting and the acts of
 * moderators. The server cannot know what a track shows; therefore rules on the microphone and the camera also hold for the sound and the
 * picture of a screen. Belongs to the conference's mailbox.
 */
final class MediaRules {
    private static final ShareRule FREE_SHARE = new ShareRule(null, false);

    private final MeetingRules rules;
    private final Map<String, ShareRule> told = new HashMap<>();

    MediaRules(MeetingRules rules) {
        this.rules = rules;
    }

    /** Sets the devices of a participant who enters for the first time. The welcome tells which of them stay off. */
    void settle(Participant participant, boolean newcomer) {
        boolean plain = newcomer && !participant.moderates();
        boolean muted = plain && rules.current().allows(RoomSwitch.START_MUTED);
        // a second device beside the first one would howl
        if (muted || !participant.isFirstDevice() || !rules.permits(participant, RoomSwitch.UNMUTE)) {
            participant.devices().silence();
        }
        boolean dark = plain && rules.current().allows(RoomSwitch.START_CAMERA_OFF);
        if (dark || !rules.permits(participant, RoomSwitch.CAMERA)) {
            participant.devices().dim();
        }
    }

    /** Turns devices on, as far as the participant may, and off. */
    void set(Participant participant, boolean microphone, boolean camera) {
        boolean heard =
                microphone && (participant.devices().microphone() || rules.permits(participant, RoomSwitch.UNMUTE));
        boolean seen = camera && (participant.devices().camera() || rules.permits(participant, RoomSwitch.CAMERA));
        participant.devices().set(heard, seen);
        restrain(participant);
    }

    /** Rules, role or devices changed: what may not be on is taken off the air, and the tab is told what holds for its screen. */
    void enforce(Participant participant) {
        restrain(participant);
        tell(participant);
    }

    /** Sends the participant's rule for sharing a screen, if it has changed. */
    void tell(Participant participant) {
        ShareRule rule = new ShareRule(barrier(participant), !mayBeHeard(participant));
        ShareRule before = told.put(participant.id(), rule);
        if (!rule.equals(before == null ? FREE_SHARE : before)) {
            participant.send(rule);
        }
    }

    /** The participant left, or comes back with a browser that has been told nothing. */
    void forget(Participant participant) {
        told.remove(participant.id());
    }

    /** Whether the participant may publish the source. A camera always; what of it is on air is told by the methods below. */
    boolean mayPublish(Participant participant, MediaSource source) {
        return switch (source) {
            case CAMERA -> true;
            case SCREEN -> barrier(participant) == null;
        };
    }

    /** Whether others may hear and see a publication; empty: neither. */
    Optional<Sides> onAir(Participant participant, MediaSource source) {
        return switch (source) {
            case CAMERA ->
                Optional.of(new Sides(
                        !participant.devices().isSilenced(),
                        !participant.devices().isDimmed()));
            case SCREEN ->
                mayPublish(participant, source)
                        ? Optional.of(new Sides(mayBeHeard(participant), true))
                        : Optional.empty();
        };
    }

    /** Whether a publication may be heard, and seen. */
    record Sides(boolean audible, boolean visible) {}

    /** Why the participant may not share a screen; null: may. */
    private @Nullable ShareBarrier barrier(Participant participant) {
        if (participant.moderates()) {
            return null;
        }
        if (!rules.permits(participant, RoomSwitch.SHARE)) {
            return ShareBarrier.SWITCHED_OFF;
        }
        if (!participant.devices().camera() && !rules.permits(participant, RoomSwitch.CAMERA)) {
            return ShareBarrier.NO_CAMERA;
        }
        return participant.devices().isStopped() ? ShareBarrier.STOPPED : null;
    }

    /**
     * Whether the sound of a screen may be heard. Who merely starts with the microphone off may be: to share sound is a decision of its
     * own, and no rule keeps them silent.
     */
    private boolean mayBeHeard(Participant participant) {
        return !participant.devices().isMuted()
                && (participant.devices().microphone() || rules.permits(participant, RoomSwitch.UNMUTE));
    }

    /** A device that is off and may not be turned on is neither heard nor seen, whatever the browser sends. */
    private void restrain(Participant participant) {
        if (!participant.devices().microphone() && !rules.permits(participant, RoomSwitch.UNMUTE)) {
            participant.devices().silence();
        }
        if (!participant.devices().camera() && !rules.permits(participant, RoomSwitch.CAMERA)) {
            participant.devices().dim();
        }
    }
}
