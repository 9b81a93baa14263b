package plenum.whiteboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import plenum.platform.SecretToken;

/**
 * Tickets with which a tab that shows a board fetches and stores its pictures. A ticket is sent on the tab's socket and shown in a header,
 * never in an address. Thread-safe.
 */
public final class BoardTickets {
    private static final int MOST = 20_000;

    private final RandomGenerator random;
    private final Map<String, Ticket> issued = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
            return size() > MOST;
        }
    };

    /** The right that a ticket gives. */
    enum Right {
        NONE,
        SEE,
        ADD
    }

    /** Answers what somebody may do now; may be asked from any thread, and answers on another. */
    interface Question {
        void ask(Consumer<Right> answer);
    }

    /** @param random cryptographically strong */
    public BoardTickets(RandomGenerator random) {
        this.random = random;
    }

    /** A ticket; good for as long as its owner is there, or until newer ones take its place. */
    synchronized String issue(UUID board, boolean encrypted, Question right) {
        String text = SecretToken.draw(random).text();
        issued.put(text, new Ticket(board, encrypted, right));
        return text;
    }

    synchronized Optional<Ticket> find(String text) {
        return Optional.ofNullable(issued.get(text));
    }

    /** For which board, whether its pictures are sealed, and what its owner may do. */
    record Ticket(UUID board, boolean encrypted, Question right) {}
}
