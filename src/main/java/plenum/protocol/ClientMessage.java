package plenum.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tab says to the server. Nobody can speak for somebody else: no message has a field for its sender. Components marked nullable
 * may be absent; all others are required. Limits are checked by {@link ProtocolCodec}.
 */
public sealed interface ClientMessage {

    /** What is said beside the microphone: chat, hands, reactions, polls. */
    sealed interface Talk extends ClientMessage {}

    /** What is said about breakout rooms. */
    sealed interface Breakout extends ClientMessage {}

    /** The records of all messages. */
    static Stream<Class<?>> types() {
        return Stream.of(ClientMessage.class, Talk.class, Breakout.class)
                .flatMap(messages -> Arrays.stream(messages.getPermittedSubclasses()))
                .filter(Class::isRecord);
    }

    /**
     * The first message of every connection: enters the meeting of the socket's path, or comes back into it.
     *
     * @param name display name, 1 to 80 characters after trimming
     * @param resume token of an earlier {@link ServerMessage.Welcome}, within its grace time; null for a newcomer
     * @param password of the meeting; null when none was typed
     * @param device token of a {@link ServerMessage.DeviceLink}; null on anybody's first device
     */
    record Join(
            String name,
            boolean microphone,
            boolean camera,
            @Nullable String resume,
            @Nullable String password,
            @Nullable String device)
            implements ClientMessage {}

    /** Goes for good: gives up the place that a resume token would keep. */
    record Leave() implements ClientMessage {}

    /** Asks for a {@link ServerMessage.Pong}; {@code sent} is the sender's clock in milliseconds, returned as it came. */
    record Ping(long sent) implements ClientMessage {}

    /** Says which devices are on. */
    record SetDevices(boolean microphone, boolean camera) implements ClientMessage {}

    /**
     * Publishes a source with an SDP offer (send only), or offers again for an ICE restart.
     *
     * @param epoch of the media room, from {@link ServerMessage.Welcome} or {@link ServerMessage.MediaReset}; older ones are ignored
     */
    record Publish(MediaSource source, int epoch, String offer) implements ClientMessage {}

    /** Stops publishing a source. */
    record Unpublish(MediaSource source) implements ClientMessage {}

    /**
     * Opens a slot, a receive-only peer connection whose source the server switches, with an SDP offer (receive only).
     *
     * @param slot number of the slot, 0 to {@link Limits#slots()} + {@link Limits#audioSlots()} - 1; the
     *     audio-only slots come last
     */
    record Receive(int slot, int epoch, String offer) implements ClientMessage {}

    /** Closes a slot. */
    record CloseSlot(int slot) implements ClientMessage {}

    /** An ICE candidate of the tab's own for a published source. */
    record PublishCandidate(MediaSource source, int epoch, Candidate candidate) implements ClientMessage {}

    /** An ICE candidate of the tab's own for a slot. */
    record SlotCandidate(int slot, int epoch, Candidate candidate) implements ClientMessage {}

    /** Says what the layout wants to show; slots that are not named show nothing. Replaces the wish before. */
    record View(List<Wish> wishes) implements ClientMessage {}

    /**
     * One wish of a {@link View}.
     *
     * @param height of the tile in CSS pixels times device pixel ratio, 0 for audio only
     */
    record Wish(int slot, String participant, MediaSource source, int height) {}

    /** Whether sound and picture reach the tab; told when it is not, or no longer, {@link MediaReach#FINE}. */
    record ReportReach(MediaReach reach) implements ClientMessage {}

    /** How good the tab's own way to the media server is; moderators are told. */
    record ReportLink(LinkQuality link) implements ClientMessage {}

    /** The tab's own speech detector: began or ended; {@code level} from 0 (silence) to 100. */
    record Speech(boolean speaking, int level) implements ClientMessage {}

    /** Takes another name, where participants may. */
    record Rename(String name) implements ClientMessage {}

    /** Asks for a {@link ServerMessage.DeviceLink}, to come in with a second device. */
    record LinkDevice() implements ClientMessage {}

    /** Lobby: lets somebody in who waits. */
    record Admit(String knock) implements ClientMessage {}

    /** Lobby: sends somebody away who waits. */
    record Refuse(String knock) implements ClientMessage {}

    /** Lobby: lets everybody in who waits. */
    record AdmitAll() implements ClientMessage {}

    /**
     * Asks for what was said so far: the newest messages, the hands and the polls. Answered with {@link ServerMessage.ChatPage}, {@link
     * ServerMessage.Hands} and {@link ServerMessage.Polls}.
     */
    record CatchUp() implements Talk {}

    /** Asks for messages older than this one; answered with {@link ServerMessage.ChatPage}. */
    record ChatHistory(long before) implements Talk {}

    /**
     * Says something in writing. Comes back to everybody who may read it, the sender included, once it is stored.
     *
     * @param key chosen by the sender, and the same when a message is sent again: then it is stored once
     * @param text 1 to 4000 characters
     * @param to participant who alone reads it; null: everybody
     * @param replyTo message that it answers
     * @param room breakout room that it is meant for, so that it lands in no other one; null for the main room
     */
    record ChatSend(
            String key,
            String text,
            @Nullable String to,
            @Nullable Long replyTo,
            @Nullable String room) implements Talk {}

    /** Changes the text of a message of one's own. */
    record ChatEdit(long message, String text) implements Talk {}

    /** Takes a message of one's own back. */
    record ChatDelete(long message) implements Talk {}

    /** Moderation: takes somebody's message away. */
    record ChatRemove(long message) implements Talk {}

    /** Raises or lowers one's own hand. */
    record RaiseHand(boolean raised) implements Talk {}

    /** Moderation: lowers somebody's hand. */
    record LowerHand(String participant) implements Talk {}

    /** Moderation: lowers all hands. */
    record LowerAllHands() implements Talk {}

    /** Shows everybody a feeling for a moment. */
    record React(Reaction reaction) implements Talk {}

    /**
     * Stores a poll of one's own as a draft, which only its author sees, or changes that draft.
     *
     * @param poll UUID chosen by the author
     * @param question 1 to 300 characters
     * @param options 2 to 12 different texts of 1 to 120 characters
     * @param multiple whether one may choose several options
     * @param anonymous whether nobody, the server's own storage included, can tell who chose what
     */
    record PollSave(String poll, String question, List<String> options, boolean multiple, boolean anonymous)
            implements Talk {}

    /** Asks everybody: opens a draft of one's own. */
    record PollOpen(String poll) implements Talk {}

    /** Ends the voting: one's own poll, or as a moderator. */
    record PollClose(String poll) implements Talk {}

    /** Deletes a poll with its votes: one's own, or as a moderator. */
    record PollDelete(String poll) implements Talk {}

    /**
     * Votes, or changes one's vote while the poll is open.
     *
     * @param choices indices of the chosen options
     * @param ballot in an anonymous poll: a secret that the voter draws once for this poll; it alone can change the vote
     */
    record PollVote(
            String poll, List<Integer> choices, @Nullable String ballot) implements Talk {}

    /** Asks who chose what in a poll that is not anonymous; answered with {@link ServerMessage.PollVoters}. */
    record PollVoterList(String poll) implements Talk {}

    /** Moderation: turns another participant's microphone off. They may turn it on again, where participants may. */
    record Mute(String participant) implements ClientMessage {}

    /** Moderation: turns the microphones of all who are not moderators off. */
    record MuteAll() implements ClientMessage {}

    /** Moderation: turns another participant's camera off. They may turn it on again, where participants may. */
    record StopVideo(String participant) implements ClientMessage {}

    /** Moderation: turns the cameras of all who are not moderators off. */
    record StopAllVideos() implements ClientMessage {}

    /** Moderation: lets one participant turn their devices on, where participants may not. */
    record AllowDevices(String participant) implements ClientMessage {}

    /** Moderation: makes somebody a moderator. */
    record Promote(String participant) implements ClientMessage {}

    /** Moderation: makes a moderator a participant. */
    record Demote(String participant) implements ClientMessage {}

    /** Moderation: removes somebody; with {@code block}, for good. */
    record Remove(String participant, boolean block) implements ClientMessage {}

    /** Moderation: turns something in the room on or off. One at a time, so that two moderators do not undo each other's. */
    record SetSwitch(RoomSwitch which, boolean on) implements ClientMessage {}

    /** Moderation: sets the password that newcomers are asked for; null for none. */
    record SetPassword(@Nullable String password) implements ClientMessage {}

    /** Moderation: shows somebody large to everybody; null for nobody. */
    record Spotlight(@Nullable String participant) implements ClientMessage {}

    /** Moderation: begins or ends to lead everybody's view; who begins takes over from whoever led. */
    record Lead(boolean on) implements ClientMessage {}

    /**
     * The view that everybody is to follow; from the one who leads only.
     *
     * @param layout name of a layout of the tab's
     * @param participant who is pinned; null for nobody
     * @param again whether those follow too who have chosen a view of their own since
     */
    record LeadView(String layout, @Nullable String participant, boolean again) implements ClientMessage {}

    /** Moderation: adds breakout rooms with these names, each of 1 to 80 characters. */
    record BreakoutAdd(List<String> names) implements Breakout {}

    /** Moderation: gives a breakout room another name. */
    record BreakoutRename(String room, String name) implements Breakout {}

    /** Moderation: deletes a breakout room; who is in it comes back into the main room. */
    record BreakoutDelete(String room) implements Breakout {}

    /** Moderation: says which room somebody belongs to, and moves them while the rooms are open; null for the main room. */
    record BreakoutAssign(String participant, @Nullable String room) implements Breakout {}

    /** Moderation: spreads all who moderate not and belong to no room over the rooms, evenly. */
    record BreakoutSpread() implements Breakout {}

    /**
     * Moderation: opens the rooms and moves everybody to theirs; while they are open, changes how.
     *
     * @param choose whether participants may go into a room that is not theirs
     * @param seconds after which everybody comes back; null for no such end
     */
    record BreakoutOpen(boolean choose, @Nullable Integer seconds) implements Breakout {}

    /** Moderation: brings everybody back and closes the rooms. */
    record BreakoutClose() implements Breakout {}

    /** Goes into a breakout room, or, with null, back into the main room. */
    record BreakoutGo(@Nullable String room) implements Breakout {}

    /** Moderation: tells everybody something, in whichever room they are. */
    record BreakoutAnnounce(String text) implements Breakout {}

    /** Asks a moderator to come into one's breakout room, or takes that back. */
    record BreakoutHelp(boolean needed) implements Breakout {}

    /** Moderation: ends the call for help of a room without going there. */
    record BreakoutHelped(String room) implements Breakout {}

    /** Moderation: ends the meeting for everybody. */
    record EndMeeting() implements ClientMessage {}
}
