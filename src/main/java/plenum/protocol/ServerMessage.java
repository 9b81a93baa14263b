package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says to a tab. */
public sealed interface ServerMessage {

    /**
     * The answer to {@link ClientMessage.Join} of somebody who is in.
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
            List<SlotView> viewing,
            List<IceServer> iceServers,
            Limits limits,
            int epoch,
            boolean mediaAvailable)
            implements ServerMessage {}

    /** The answer to {@link ClientMessage.Join} of somebody who is not let in; the socket closes after it. */
    record Refused(Reason reason) implements ServerMessage {
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
            /** A moderator did not let them in. */
            DECLINED,
            /** Removed for good, or not let in too often. */
            BLOCKED,
            /** The meeting was ended meanwhile. */
            OVER
        }
    }

    /** The receiver is to wait; nothing more is told until {@link Welcome} or {@link Refused}. */
    record Waiting(Reason reason) implements ServerMessage {
        /** For what. */
        public enum Reason {
            /** A moderator looks at everybody who comes. */
            LOBBY,
            /** The meeting begins with a moderator. */
            MODERATOR
        }
    }

    /** To moderators: everybody who waits, in the order of coming. */
    record Knocking(List<Knock> people) implements ServerMessage {}

    /** Somebody who waits. */
    record Knock(String id, String name) {}

    /**
     * What holds in the room; the whole new state.
     *
     * @param on the switches that are on
     * @param password whether newcomers are asked for one
     * @param spotlight who is shown large to everybody; null for nobody
     * @param leader whose view everybody follows; null for nobody
     */
    record RoomState(
            List<RoomSwitch> on,
            boolean password,
            @Nullable String spotlight,
            @Nullable String leader) implements ServerMessage {}

    /** The leader's view; see {@link ClientMessage.LeadView}. */
    record FollowView(String layout, @Nullable String participant, boolean again) implements ServerMessage {}

    /**
     * The answer to {@link ClientMessage.LinkDevice}.
     *
     * @param link to open on the second device, once
     * @param qr the link as a QR code (ISO/IEC 18004): the path of an SVG whose modules are 1 by 1
     * @param size modules on each side, without a quiet zone
     * @param seconds for how long the link is good
     */
    record DeviceLink(String link, String qr, int size, int seconds) implements ServerMessage {}

    /** Somebody came in. */
    record ParticipantJoined(Participant participant) implements ServerMessage {}

    /** Something about a participant changed; the whole new state. */
    record ParticipantChanged(Participant participant) implements ServerMessage {}

    /** Somebody left for good, or did not come back within the grace time. */
    record ParticipantLeft(String participant) implements ServerMessage {}

    /** SDP answer to {@link ClientMessage.Publish}. */
    record Published(MediaSource source, int epoch, String answer) implements ServerMessage {}

    /** SDP answer to {@link ClientMessage.Receive}. */
    record Receiving(int slot, int epoch, String answer) implements ServerMessage {}

    /** An ICE candidate of the media server for a published source. */
    record PublishCandidate(MediaSource source, int epoch, Candidate candidate) implements ServerMessage {}

    /** An ICE candidate of the media server for a slot. */
    record SlotCandidate(int slot, int epoch, Candidate candidate) implements ServerMessage {}

    /** What each of the receiver's slots shows now; slots that are not named show nothing. */
    record Viewing(List<SlotView> slots) implements ServerMessage {}

    /**
     * How large the receiver's camera is shown at most: sizes beyond may rest.
     *
     * @param height of the largest tile, in device pixels; 0 when nobody shows it
     */
    record CameraShown(int height) implements ServerMessage {}

    /** One peer connection of the receiver's is broken on the server's side and must be offered again. */
    record PeerFailed(
            @Nullable MediaSource source, @Nullable Integer slot, int epoch) implements ServerMessage {}

    /** Media has to be set up anew: drop all peer connections and, when available, offer again with this epoch. */
    record MediaReset(int epoch, boolean available) implements ServerMessage {}

    /** What helps through networks from now on: names at relays hold for some hours only. */
    record IceServers(List<IceServer> iceServers) implements ServerMessage {}

    /** Somebody began or stopped speaking. */
    record Speaking(String participant, boolean speaking) implements ServerMessage {}

    /** The dominant speaker changed; null when nobody has spoken yet, or they left. */
    record DominantSpeaker(@Nullable String participant) implements ServerMessage {}

    /**
     * Messages, oldest first: the newest ones after {@link ClientMessage.CatchUp}, older ones after {@link ClientMessage.ChatHistory}.
     *
     * @param before as it was asked; null for the newest
     * @param more whether there are older ones
     * @param privateAllowed whether one may write to one participant alone
     * @param keptHours how long messages and polls are kept; 0: for as long as the meeting
     */
    record ChatPage(List<ChatEntry> entries, @Nullable Long before, boolean more, boolean privateAllowed, int keptHours)
            implements ServerMessage {}

    /** A message was written, changed, or taken away; the whole new state. */
    record ChatMessage(ChatEntry entry) implements ServerMessage {}

    /** To moderators: how good somebody's way to the media server is. */
    record LinkReported(String participant, LinkQuality link) implements ServerMessage {}

    /** All raised hands, in the order of raising. */
    record Hands(List<Hand> hands) implements ServerMessage {}

    /** A hand went up, or down: then without a time. */
    record HandChanged(String participant, @Nullable Long since) implements ServerMessage {}

    /** Somebody shows a feeling. */
    record Reacted(String participant, Reaction reaction) implements ServerMessage {}

    /** All polls that the receiver may see, oldest first. */
    record Polls(List<Poll> polls) implements ServerMessage {}

    /** A poll appeared or changed. What the receiver chose is left out when it did not change. */
    record PollChanged(Poll poll) implements ServerMessage {}

    /** A poll is no more. */
    record PollDeleted(String poll) implements ServerMessage {}

    /** The receiver's vote is stored. */
    record PollVoted(String poll, List<Integer> choices) implements ServerMessage {}

    /** Answer to {@link ClientMessage.PollVoterList}. */
    record PollVoters(String poll, List<Vote> votes) implements ServerMessage {}

    /**
     * Something that was to be stored is not. With {@code UNAVAILABLE} and {@code THROTTLED} the same message will do later.
     *
     * @param about type of the message
     * @param key of the message, id of the poll, or number of the chat message that it was about
     */
    record NotStored(String about, @Nullable String key, Reason reason) implements ServerMessage {
        /** Why. */
        public enum Reason {
            /** The database cannot be reached. */
            UNAVAILABLE,
            /** Too many in a short time. */
            THROTTLED,
            /** A moderator has locked this in the meeting. */
            LOCKED,
            /** It names something that is not there, or no more. */
            NOT_FOUND,
            /** It is somebody else's. */
            FORBIDDEN,
            /** Nothing readable is in it, or its parts do not fit. */
            UNUSABLE,
            /** There are as many already as there may be. */
            TOO_MANY
        }
    }

    /** A moderator turned the receiver's microphone off. */
    record Muted(String by) implements ServerMessage {}

    /** A moderator turned the receiver's camera off. */
    record VideoStopped(String by) implements ServerMessage {}

    /** A moderator lets the receiver turn their devices on. */
    record DevicesAllowed(String by) implements ServerMessage {}

    /**
     * The breakout rooms, as the receiver may know them; the whole new state. Participants know rooms while they are open, and of the rest
     * what concerns themselves.
     *
     * @param open whether people can be in them
     * @param choose whether participants may go into a room that is not theirs
     * @param secondsLeft until everybody comes back; null for no such end
     */
    record BreakoutState(
            List<BreakoutRoom> rooms,
            boolean open,
            boolean choose,
            @Nullable Integer secondsLeft,
            List<BreakoutPlace> assigned,
            List<BreakoutCall> calls)
            implements ServerMessage {}

    /** A moderator tells everybody something. */
    record BreakoutAnnounced(String by, String text) implements ServerMessage {}

    /** Soon everybody comes back into the main room. */
    record BreakoutEnding(int seconds) implements ServerMessage {}

    /**
     * A check of the connection begins; {@link MediaReset} says when the media server is there.
     *
     * @param seconds after which it ends
     */
    record CheckReady(List<IceServer> iceServers, int seconds) implements ServerMessage {}

    /** Answer to {@link ClientMessage.Ping}. */
    record Pong(long sent) implements ServerMessage {}

    /** The receiver's connection is over, and coming back with the same token is of no use. The socket closes after it. */
    record Ended(Reason reason) implements ServerMessage {
        /** Why. */
        public enum Reason {
            /** The participant left. */
            LEFT,
            /** Another socket took the place with the resume token. */
            TAKEN_OVER,
            /** A moderator removed the participant. */
            REMOVED,
            /** A moderator ended the meeting. */
            OVER
        }
    }

    /** A message had no effect. The connection stays, unless the message could not be read at all. */
    record Failed(Code code, @Nullable String about) implements ServerMessage {
        /** Why. */
        public enum Code {
            /** Not readable: unknown type or field, duplicate key, over-long value. The socket closes after it. */
            MALFORMED,
            /** Not in the meeting yet, or in it already. */
            OUT_OF_PLACE,
            /** The sender's role may not do this. */
            FORBIDDEN,
            /** It names a participant, slot or source that does not exist. */
            NOT_FOUND,
            /** Too many messages; this one was dropped. */
            THROTTLED,
            /** A text cannot be used for what it is meant. */
            BAD_VALUE,
            /** The offer was not usable. */
            BAD_OFFER,
            /** No media server can do this now. */
            MEDIA_UNAVAILABLE,
            /** Our fault; logged. */
            INTERNAL
        }
    }

    /** The meeting, as everybody in it may know it. */
    record Meeting(String name, String code, String link) {}

    /**
     * A participant, as everybody in the meeting may know them.
     *
     * @param deviceOf the participant whose second device this is; null for a first one
     * @param room the breakout room they are in; null for the main room
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
            MediaReach reach) {}

    /** What a participant may do. */
    enum Role {
        CREATOR,
        MODERATOR,
        PARTICIPANT
    }

    /**
     * A message of the chat.
     *
     * @param id grows in the order of storing
     * @param sender id of the participant then
     * @param name of the sender then
     * @param sentAt milliseconds since 1970 (UTC)
     * @param text empty once removed
     * @param to the one who reads it, and their name, when it is private
     * @param quote what it answers
     * @param key the sender's own
     * @param room breakout room in which it was written; null for the main room
     */
    record ChatEntry(
            long id,
            String sender,
            String name,
            long sentAt,
            String text,
            @Nullable String to,
            @Nullable String toName,
            @Nullable ChatQuote quote,
            boolean edited,
            @Nullable Removal removed,
            String key,
            @Nullable String room) {}

    /** The beginning of an answered message, as it is now; empty when it was removed. */
    record ChatQuote(long id, String name, String text) {}

    /** Who took a message away. */
    enum Removal {
        SENDER,
        MODERATOR
    }

    /** A raised hand; {@code since} in milliseconds since 1970 (UTC). */
    record Hand(String participant, long since) {}

    /**
     * A poll with its result so far.
     *
     * @param votes by option, in the same order
     * @param voters how many have voted
     * @param voted whether the receiver has; null: unchanged
     * @param chosen what the receiver chose, if the server knows: never in an anonymous poll
     */
    record Poll(
            String id,
            String author,
            String name,
            String question,
            List<String> options,
            boolean multiple,
            boolean anonymous,
            PollState state,
            List<Integer> votes,
            int voters,
            @Nullable Boolean voted,
            @Nullable List<Integer> chosen) {}

    /** Where a poll stands. */
    enum PollState {
        DRAFT,
        OPEN,
        CLOSED
    }

    /** What somebody chose in a poll that is not anonymous. */
    record Vote(String name, List<Integer> choices) {}

    /** What a slot shows. */
    record SlotView(int slot, String participant, MediaSource source) {}
}
