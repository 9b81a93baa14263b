package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys of an end-to-end encrypted meeting: the order in which its members change them. What is passed on here the server cannot read. */
public interface SecrecyMessages {
    /** Longest description of a group in base64url: that of some 200 members. */
    int INFO = 80_000;

    /** Longest change of a group in base64url: one that takes somebody out of a group of 200 in which everybody has just come. */
    int COMMIT = 40_000;

    /** Longest list of keys of stored texts in base64url. */
    int KEYS = 16_000;

    /** What a tab says. */
    sealed interface Ask extends ClientMessage {}

    /** What the server says. */
    sealed interface Told extends ServerMessage {}

    /** Asks for a turn to join the group; answered with {@link SecrecyTurn} when it is this tab's. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 20, perMinute = 60)
    record SecrecyJoin() implements Ask {}

    /**
     * Uses the turn: the next step of the group.
     *
     * @param step as the turn had it
     * @param commit an MLS message; null when the group has been founded, or nobody had to be taken out
     * @param info of the group after this step, from those who joined or founded it
     * @param keys newer keys of stored texts, sealed for the members after this step
     */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 20, perMinute = 120)
    record SecrecyCommit(
            @Range(least = 0, most = Integer.MAX_VALUE) int step,
            @Most(COMMIT) @Nullable String commit,
            @Most(INFO) @Nullable String info,
            @Most(KEYS) @Nullable String keys)
            implements Ask {}

    /** Answers {@link SecrecyWanted}: the group as it is at this step, for those who want to join. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 30, perMinute = 240)
    record SecrecyInfo(
            @Range(least = 0, most = Integer.MAX_VALUE) int step,
            @Most(INFO) String info) implements Ask {}

    /** Answers {@link SecrecyWanted}: the keys of stored texts, sealed for the members of this step. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 30, perMinute = 240)
    record SecrecyShare(
            @Range(least = 0, most = Integer.MAX_VALUE) int step,
            @Most(KEYS) String keys) implements Ask {}

    /** Says that this member cannot read texts that others can; another member is asked for their keys. */
    @Needs(Permission.TAKE_PART)
    @Rate(burst = 5, perMinute = 10)
    record SecrecyLack() implements Ask {}

    /**
     * Where the group stands, to somebody who came in or came back.
     *
     * @param step grows with each change; 0: there has been no group yet
     * @param member whether the receiver has a place in it
     * @param removals how often the keys of stored texts were renewed
     */
    record SecrecyState(int step, boolean member, int removals) implements Told {}

    /**
     * It is the receiver's turn for two seconds. Somebody who is no member joins, or founds the group; a member takes others out.
     *
     * @param info of the group to join; null: to found one, or for a member
     * @param gone participants to take out
     * @param renew whether the keys of stored texts are to be renewed, because somebody was removed by a moderator
     */
    record SecrecyTurn(int step, @Nullable String info, List<String> gone, boolean renew) implements Told {}

    /**
     * The group changed, as its members are told in this order.
     *
     * @param step after the change
     * @param by participant who made it
     */
    record SecrecyChanged(
            int step,
            String by,
            @Nullable String commit,
            @Nullable String keys) implements Told {}

    /** Asks a member for something that others need. */
    record SecrecyWanted(int step, Wanted what) implements Told {}

    /** Keys of stored texts, sealed by a member for the members of a step. */
    record SecrecyShared(int step, String keys) implements Told {}

    /** What a member is asked for. */
    enum Wanted {
        INFO,
        KEYS
    }
}
