package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages about polls. */
public interface PollMessages {
    /** Most characters of a sealed question ({@link Sealed}); of others, 300. */
    int LONGEST_QUESTION = 1300;

    /** Most characters of a sealed option; of others, 120. */
    int LONGEST_OPTION = 600;

    /** A message of a tab. */
    sealed interface Ask extends ClientMessage {}

    /** A message of the server. */
    sealed interface Told extends ServerMessage {}

    /**
     * Stores a poll of one's own as a draft, which only its author sees, or changes that draft.
     *
     * @param poll UUID chosen by the author
     * @param question 1 to 300 characters
     * @param options 2 to 12 different texts of 1 to 120 characters
     * @param multiple whether one may choose several options
     * @param anonymous whether nobody, the server's own storage included, can tell who chose what
     */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollSave(
            String poll,
            @Most(LONGEST_QUESTION) String question,
            @Most(LONGEST_OPTION) List<String> options,
            boolean multiple,
            boolean anonymous)
            implements Ask {}

    /** Asks everybody: opens a draft of one's own. */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollOpen(String poll) implements Ask {}

    /** Ends the voting: one's own poll, or as a moderator. */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollClose(String poll) implements Ask {}

    /** Deletes a poll with its votes: one's own, or as a moderator. */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollDelete(String poll) implements Ask {}

    /**
     * Votes, or changes one's vote while the poll is open.
     *
     * @param choices indices of the chosen options
     * @param ballot in an anonymous poll: a secret that the voter draws once for this poll; it alone can change the vote
     */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollVote(
            String poll,
            @Range(most = 63) List<Integer> choices,
            @Nullable String ballot) implements Ask {}

    /** Asks who chose what in a poll that is not anonymous; answered with {@link PollVoters}. */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 240)
    record PollVoterList(String poll) implements Ask {}

    /** All polls that the receiver may see, oldest first. */
    record Polls(List<Poll> polls) implements Told {}

    /** A poll appeared or changed. What the receiver chose is left out when it did not change. */
    record PollChanged(Poll poll) implements Told {}

    /** A poll is no more. */
    record PollDeleted(String poll) implements Told {}

    /** The receiver's vote is stored. */
    record PollVoted(String poll, List<Integer> choices) implements Told {}

    /** Answer to {@link PollVoterList}. */
    record PollVoters(String poll, List<Vote> votes) implements Told {}

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

    /** A vote in a poll by name. */
    record Vote(String name, List<Integer> choices) {}
}
