package plenum.conference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plenum.meeting.Meeting;
import plenum.protocol.SessionMessages.Refused;

/** The conferences of this server that are going on, by meeting. Thread-safe. */
public final class Conferences {
    private static final long PATIENCE_MILLIS = 500;

    private final Map<UUID, Conference> live = new ConcurrentHashMap<>();
    private final Surroundings around;
    private final List<TopicKind<?>> topics;
    private final HeldPlaces held = new HeldPlaces();

    /** @param topics what each conference has */
    public Conferences(Surroundings around, List<TopicKind<?>> topics) {
        this.around = around;
        this.topics = List.copyOf(topics);
    }

    /**
     * Brings somebody to the door; the first one begins the conference.
     *
     * @param answer called in the conference's mailbox; a second time for who waits
     */
    public void enter(Meeting meeting, Arrival arrival, Consumer<Admission> answer) {
        Conference conference = live.computeIfAbsent(meeting.id(), id -> begin(meeting));
        conference.enter(arrival, answer, () -> {
            live.remove(meeting.id(), conference);
            enter(meeting, arrival, answer);
        });
    }

    public Optional<Conference> find(UUID meeting) {
        return Optional.ofNullable(live.get(meeting));
    }

    /**
     * Whether somebody who is not known would be sent away at once: then no place need be stored for them. What {@link #enter} decides holds.
     * From any thread.
     */
    public Optional<Refused.Reason> turnsAway(Meeting meeting) {
        if (!around.house().areKnown()) {
            return Optional.of(Refused.Reason.UNAVAILABLE);
        }
        Conference conference = live.get(meeting.id());
        if (conference != null) {
            return conference.admissions().turnsAway();
        }
        // after a crash, until those who were in are back or their time is over
        return meeting.rules().locked() ? Optional.of(Refused.Reason.LOCKED) : Optional.empty();
    }

    /** What all conferences ask {@link HouseRules} may have another answer now. */
    public void houseRulesChanged() {
        live.values().forEach(Conference::houseRulesChanged);
    }

    /** How those that are going on go; one that does not answer in time is left out. Blocks. */
    public List<Glimpse> glimpses() {
        List<CompletableFuture<Optional<Glimpse>>> asked = live.values().stream()
                .map(conference -> conference
                        .glimpse()
                        .thenApply(Optional::of)
                        .completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The places of everybody in them. */
    public HeldPlaces held() {
        return held;
    }

    /** How many are going on. */
    public int count() {
        return live.size();
    }

    /** The meetings of those that are going on. */
    public Set<UUID> live() {
        return Set.copyOf(live.keySet());
    }

    private Conference begin(Meeting meeting) {
        return new Conference(meeting, around, held, topics, () -> live.remove(meeting.id()));
    }
}
