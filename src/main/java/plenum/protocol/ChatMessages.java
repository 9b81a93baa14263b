package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the chat. */
public interface ChatMessages {
    /** Most characters of a sealed text ({@link Sealed}); of others, the chat takes 4000. */
    int LONGEST = 16_100;

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Asks for messages older than this one; answered with {@link ChatPage}. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 30, perMinute = 300)
    record ChatHistory(long before) implements Ask {}

    /**
     * Says something in writing. Comes back to everybody who may read it, the sender included, once it is stored.
     *
     * @param key chosen by the sender, and the same when a message is sent again: then it is stored once
     * @param text 1 to 4000 characters; in an encrypted meeting a sealed text
     * @param to participant who alone reads it; null: everybody
     * @param replyTo message that it answers
     * @param room breakout room that it is meant for, so that it lands in no other one; null for the main room
     */
    @Needs(Permission.TALK)
    @Rate(burst = 30, perMinute = 120)
    record ChatSend(
            String key,
            @Most(LONGEST) String text,
            @Nullable String to,
            @Nullable Long replyTo,
            @Nullable String room) implements Ask {}

    /** Changes the text of a message of one's own. */
    @Needs(Permission.TALK)
    @Rate(burst = 30, perMinute = 120)
    record ChatEdit(long message, @Most(LONGEST) String text) implements Ask {}

    /** Takes a message of one's own back. */
    @Needs(Permission.TALK)
    @Rate(burst = 30, perMinute = 120)
    record ChatDelete(long message) implements Ask {}

    /** Moderation: takes somebody's message away. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record ChatRemove(long message) implements Ask {}

    /**
     * Messages, oldest first: the newest ones after {@link SessionMessages.CatchUp}, older ones after {@link ChatHistory}.
     *
     * @param before as it was asked; null for the newest
     * @param more whether there are older ones
     * @param privateAllowed whether one may write to one participant alone
     * @param keptHours how long messages and polls are kept; 0: for as long as the meeting
     */
    record ChatPage(List<ChatEntry> entries, @Nullable Long before, boolean more, boolean privateAllowed, int keptHours)
            implements Told {}

    /** A message was written, changed, or taken away; the whole new state. */
    record ChatMessage(ChatEntry entry) implements Told {}

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

    /** Who removed a message: its sender or a moderator. */
    enum Removal {
        SENDER,
        MODERATOR
    }
}
