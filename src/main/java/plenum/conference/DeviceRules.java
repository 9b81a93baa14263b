package plenum.conference;

import plenum.meeting.RoomSwitch;

/** Which devices of whom may be on. Belongs to the conference's mailbox. */
final class DeviceRules {
    private final Room room;

    DeviceRules(Room room) {
        this.room = room;
    }

    /** Somebody who was not here before takes their place; which of their devices stay off is told by the welcome. */
    void settle(Participant participant, boolean newcomer) {
        boolean plain = newcomer && !participant.moderates();
        boolean muted = plain && room.rules().allows(RoomSwitch.START_MUTED);
        // a second device beside the first one would howl
        if (muted || !participant.isFirstDevice() || !room.permits(participant, RoomSwitch.UNMUTE)) {
            participant.silence();
        }
        boolean dark = plain && room.rules().allows(RoomSwitch.START_CAMERA_OFF);
        if (dark || !room.permits(participant, RoomSwitch.CAMERA)) {
            participant.dim();
        }
    }

    /** Turns devices on, as far as the participant may, and off. */
    void set(Participant participant, boolean microphone, boolean camera) {
        boolean heard = microphone && (participant.microphone() || room.permits(participant, RoomSwitch.UNMUTE));
        boolean seen = camera && (participant.camera() || room.permits(participant, RoomSwitch.CAMERA));
        participant.setDevices(heard, seen);
        restrain(participant);
    }

    /** Whose device is off and may not be turned on is not heard and not seen, whatever their browser sends. */
    void restrain(Participant participant) {
        if (!participant.microphone() && !room.permits(participant, RoomSwitch.UNMUTE)) {
            participant.silence();
        }
        if (!participant.camera() && !room.permits(participant, RoomSwitch.CAMERA)) {
            participant.dim();
        }
    }
}
