package plenum.reaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Raised hands in memory, until it is told to fail. */
public final class FakeHands implements Hands {
    private final List<RaisedHand> raised = new ArrayList<>();
    boolean away;

    @Override
    public Instant raise(UUID meeting, UUID participant, Instant at) {
        answer();
        return raised.stream()
                .filter(hand -> hand.participant().equals(participant))
                .findFirst()
                .map(RaisedHand::since)
                .orElseGet(() -> {
                    raised.add(new RaisedHand(participant, at));
                    return at;
                });
    }

    @Override
    public void lower(UUID participant) {
        answer();
        raised.removeIf(hand -> hand.participant().equals(participant));
    }

    @Override
    public void lowerAll(Collection<UUID> participants) {
        answer();
        raised.removeIf(hand -> participants.contains(hand.participant()));
    }

    @Override
    public List<RaisedHand> of(UUID meeting) {
        answer();
        return raised.stream().sorted(Comparator.comparing(RaisedHand::since)).toList();
    }

    @Override
    public int forget(Instant before) {
        answer();
        return 0;
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
