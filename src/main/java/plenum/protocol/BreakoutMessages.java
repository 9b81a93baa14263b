package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about breakout rooms. */
public interface BreakoutMessages {

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /** Moderation: adds breakout rooms with these names, each of 1 to 80 characters. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 20, perMinute = 60)
    record BreakoutAdd(@Most(80) List<String> names) implements Ask {}

    /** Moderation: gives a breakout room another name. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record BreakoutRename(String room, @Most(80) String name) implements Ask {}

    /** Moderation: deletes a breakout room; who is in it comes back into the main room. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 64, perMinute = 120)
    record BreakoutDelete(String room) implements Ask {}

    /** Moderation: says which room somebody belongs to, and moves them while the rooms are open; null for the main room. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 200, perMinute = 600)
    record BreakoutAssign(String participant, @Nullable String room) implements Ask {}

    /** Moderation: spreads all who moderate not and belong to no room over the rooms, evenly. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record BreakoutSpread() implements Ask {}

    /**
     * Moderation: opens the rooms and moves everybody to theirs; while they are open, changes how.
     *
     * @param choose whether participants may go into a room that is not theirs
     * @param seconds after which everybody comes back; null for no such end
     */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record BreakoutOpen(
            boolean choose,
            @Nullable @Range(least = 1, most = 86_400) Integer seconds) implements Ask {}

    /** Moderation: brings everybody back and closes the rooms. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record BreakoutClose() implements Ask {}

    /** Goes into a breakout room, or, with null, back into the main room. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 10, perMinute = 60)
    record BreakoutGo(@Nullable String room) implements Ask {}

    /** Moderation: tells everybody something, in whichever room they are. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 10, perMinute = 30)
    record BreakoutAnnounce(@Most(4000) String text) implements Ask {}

    /** Asks a moderator to come into one's breakout room, or takes that back. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 10, perMinute = 60)
    record BreakoutHelp(boolean needed) implements Ask {}

    /** Moderation: ends the call for help of a room without going there. */
    @Needs(Permission.MODERATE)
    @Rate(burst = 30, perMinute = 120)
    record BreakoutHelped(String room) implements Ask {}

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
            implements Told {}

    /** A moderator tells everybody something. */
    record BreakoutAnnounced(String by, String text) implements Told {}

    /** Soon everybody comes back into the main room. */
    record BreakoutEnding(int seconds) implements Told {}
}
