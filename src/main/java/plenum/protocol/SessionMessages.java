package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about entering, being present and leaving. */
public interface SessionMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /**
     * The first message of every connection: enters the meeting of the socket's path, or comes back into it.
     *
     * @param name display name, 1 to 80 characters after trimming
     * @param resume token of an earlier {@link Welcome}, within its grace time; null for a newcomer
     * @param password of the meeting; null when none was typed
     * @param device token of a {@link DoorMessages.DeviceLink}; null on anybody's first device
     */
    @Needs(Permission.ENTER)
    @Rate(burst = 3, perMinute = 6)
    record Join(
            @Most(80) String name,
            boolean microphone,
            boolean camera,
            @Nullable String resume,
            @Nullable String password,
            @Nullable String device)
            implements Ask {}

    /** Goes for good: gives up the place that a resume token would keep. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 2, perMinute = 6)
    record Leave() implements Ask {}

    /** Asks for a {@link Pong}; {@code sent} is the sender's clock in milliseconds, returned as it came. */
    @Needs(Permission.PROBE)
    @Rate(burst = 60, perMinute = 240)
    record Ping(long sent) implements Ask {}

    /**
     * Asks for what was said so far: the newest messages, the hands and the polls. Answered with {@link ChatMessages.ChatPage}, {@link
     * ReactionMessages.Hands} and {@link PollMessages.Polls}.
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 10, perMinute = 30)
    record CatchUp() implements Ask {}

    /**
     * The answer to {@link Join} of somebody who is in.
     *
     * @param self the receiver's own participant id
     * @param resume keeps name, role and place for the grace time after a lost socket or a reload; secret
     * @param participants everybody, the receiver included, in the order of joining
     * @param viewing what the receiver's slots show, after a resume; else empty
     * @param epoch of the media room; grows when media has to be set up anew
     * @param mediaAvailable whether a media server can be reached now
     */
    record Welcome(
            String self,
            String resume,
            Meeting meeting,
            List<Participant> participants,
            List<StreamMessages.SlotView> viewing,
            List<IceServer> iceServers,
            Limits limits,
            int epoch,
            boolean mediaAvailable)
            implements Told {}

    /** The answer to {@link Join} of somebody who is not let in; the socket closes after it. */
    record Refused(Reason reason) implements Told {
        /** Why. */
        public enum Reason {
            NOT_FOUND,
            FULL,
            BAD_NAME,
            THROTTLED,
            UNAVAILABLE,
            /** There is a password, and none was given. */
            PASSWORD_NEEDED,
            /** Wrong, or tried too often; which of the two is not told. */
            WRONG_PASSWORD,
            /** Nobody new comes in. */
            LOCKED,
            /** The person is in with as many devices as they may have. */
            TOO_MANY_DEVICES,
            /** A moderator did not let them in. */
            DECLINED,
            /** Removed for good, or not let in too often. */
            BLOCKED,
            /** The meeting was ended meanwhile. */
            OVER
        }
    }

    /** The receiver is to wait; nothing more is told until {@link Welcome} or {@link Refused}. */
    record Waiting(Reason reason) implements Told {
        /** For what. */
        public enum Reason {
            /** A moderator looks at everybody who comes. */
            LOBBY,
            /** The meeting begins with a moderator. */
            MODERATOR
        }
    }

    /** A participant entered. */
    record ParticipantJoined(Participant participant) implements Told {}

    /** Something about a participant changed; the whole new state. */
    record ParticipantChanged(Participant participant) implements Told {}

    /** A participant left, or did not reconnect within the grace time. */
    record ParticipantLeft(String participant) implements Told {}

    /** Answer to {@link Ping}. */
    record Pong(long sent) implements Told {}

    /** The receiver's connection is over, and coming back with the same token is of no use. The socket closes after it. */
    record Ended(Reason reason) implements Told {
        /** Why. */
        public enum Reason {
            /** The participant left. */
            LEFT,
            /** Another socket took the place with the resume token. */
            TAKEN_OVER,
            /** A moderator removed the participant. */
            REMOVED,
            /** A moderator ended the meeting. */
            OVER,
            /** The session that they were signed in with has ended. */
            SIGNED_OUT
        }
    }

    /** The meeting, as everybody in it may know it. */
    record Meeting(String name, String code, String link) {}

    /**
     * A participant, as everybody in the meeting may know them.
     *
     * @param deviceOf the participant whose second device this is; null for a first one
     * @param room the breakout room they are in; null for the main room
     * @param account whether they are signed in
     * @param admin whether they came as an admin of the server
     */
    record Participant(
            String id,
            String name,
            Role role,
            boolean microphone,
            boolean camera,
            boolean connected,
            List<MediaSource> publishing,
            @Nullable String deviceOf,
            @Nullable String room,
            MediaReach reach,
            boolean account,
            boolean admin) {}

    /** The role of a participant. */
    enum Role {
        CREATOR,
        MODERATOR,
        PARTICIPANT
    }
}
