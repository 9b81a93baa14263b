package plenum.poll;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A poll with its result so far. A draft is visible to its author alone and may be edited; an open poll takes votes and may not be edited;
 * a closed poll does not change.
 *
 * @param votes by option, in the same order
 * @param voters how many have voted
 * @param room breakout room in which it was made; null: the main room
 */
public record Poll(
        UUID id,
        UUID meeting,
        UUID author,
        String authorName,
        String question,
        List<String> options,
        boolean multiple,
        boolean anonymous,
        State state,
        List<Integer> votes,
        int voters,
        Instant createdAt,
        @Nullable UUID room) {

    static final int LEAST_OPTIONS = 2;
    static final int MOST_OPTIONS = 12;

    /** Where it stands. */
    public enum State {
        DRAFT,
        OPEN,
        CLOSED
    }

    boolean isBy(UUID participant) {
        return author.equals(participant);
    }

    boolean isVisibleTo(Asker asker) {
        return Objects.equals(room, asker.room()) && (state != State.DRAFT || isBy(asker.id()));
    }

    /** Whether these are choices that a vote can make: no option twice, one unless several are allowed, none that is not there. */
    boolean takes(List<Integer> choices) {
        return !choices.isEmpty()
                && (multiple || choices.size() == 1)
                && new HashSet<>(choices).size() == choices.size()
                && choices.stream().allMatch(choice -> choice >= 0 && choice < options.size());
    }
}
