package plenum.whiteboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.protocol.NotStored.Reason;

/**
 * The content of a board, and the changes that are being stored. A change gets its number when it arrives, and applies and is sent once it
 * is stored. Changes that arrive during a write are written together afterwards. Belongs to the conference's mailbox.
 */
final class Drawn {
    /** Elements of a board, with those that were deleted lately. */
    static final int MOST_ELEMENTS = 70_000;
    /** Characters of a board. */
    static final long MOST_CHARACTERS = 32_000_000;
    /** Keys by which a change that comes again is known. */
    private static final int MOST_KEYS = 5_000;

    /** Useless changes are removed when there are so many. The latest ones stay, for their keys. */
    private static final int USELESS = 2_000;

    private static final int LATEST = 1_000;
    /** From one writing to the next where many people look, so that they are told of more at once. */
    private static final Duration PACE = Duration.ofMillis(25);

    private static final int MANY = 50;

    private final Conference conference;
    private final Boards store;
    private final BoardBudget budget;
    private final UUID id;
    private final Scene scene;
    private final Map<String, Participant> viewers = new LinkedHashMap<>();
    /** The number up to which viewers knew the board when they opened it. */
    private final Map<String, Long> knew = new HashMap<>();

    private final Set<String> keys = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KEYS;
        }
    });

    private List<Waiting> waiting = new ArrayList<>();
    private final Set<String> keysUnderWay = new LinkedHashSet<>();
    private long next;
    private int elementsUnderWay;
    private boolean writing;
    private long counted;

    /**
     * A change that is not stored yet.
     *
     * @param refused told why it is not stored
     */
    private record Waiting(Operation operation, Consumer<Reason> refused, Consumer<List<Operation>> stored) {}

    /** @param changes as they were read */
    Drawn(Conference conference, Boards store, BoardBudget budget, StoredBoard board, List<StoredChange> changes) {
        this.conference = conference;
        this.store = store;
        this.budget = budget;
        this.id = board.id();
        this.scene = Scene.of(changes, board.floor());
        this.next = scene.last() + 1;
        changes.subList(Math.max(0, changes.size() - MOST_KEYS), changes.size())
                .forEach(change -> keys.add(change.by() + change.key()));
    }

    /** From now on the board takes its share of the memory. */
    void begin() {
        count();
    }

    UUID id() {
        return id;
    }

    Scene scene() {
        return scene;
    }

    Collection<Participant> viewers() {
        return viewers.values();
    }

    /** @param known 0: nothing of it */
    void look(Participant viewer, long known) {
        viewers.put(viewer.id(), viewer);
        knew.put(viewer.id(), known);
    }

    /** The number up to which a viewer knew the board when they opened it. */
    long knownTo(Participant viewer) {
        return knew.getOrDefault(viewer.id(), 0L);
    }

    /** False when the participant did not look. */
    boolean lookAway(Participant viewer) {
        knew.remove(viewer.id());
        return viewers.remove(viewer.id()) != null;
    }

    /** Of somebody who looks. */
    Optional<Participant> viewer(String participant) {
        return Optional.ofNullable(viewers.get(participant));
    }

    /** Whether a change with this key is stored already. */
    boolean has(UUID by, String key) {
        return keys.contains(by + key);
    }

    /**
     * Writes a change.
     *
     * @param cleared the page that is cleared; null for steps
     * @param stored told what was stored together, once for all of it
     * @return why it is not even tried
     */
    Optional<Reason> write(
            UUID by,
            String key,
            @Nullable Integer cleared,
            List<Step> steps,
            Consumer<List<Operation>> stored,
            Consumer<Reason> refused) {
        if (!keysUnderWay.add(by + key)) {
            // its answer follows
            return Optional.empty();
        }
        Operation operation = new Operation(next, by, key, cleared, steps);
        boolean grows = steps.stream()
                .anyMatch(step -> step.body() != null || (step.place() != null && !scene.has(step.element())));
        if (grows && isFull(operation)) {
            keysUnderWay.remove(by + key);
            return Optional.of(Reason.TOO_MANY);
        }
        next += operation.count();
        elementsUnderWay += steps.size();
        waiting.add(new Waiting(operation, refused, stored));
        if (!writing) {
            writeNow();
        }
        return Optional.empty();
    }

    void ended() {
        compact(0);
        budget.change(-counted);
        counted = 0;
    }

    private boolean isFull(Operation operation) {
        return scene.size() + elementsUnderWay + operation.steps().size() > MOST_ELEMENTS
                || scene.characters() + operation.characters() > MOST_CHARACTERS
                || !budget.change(0);
    }

    private void writeNow() {
        List<Waiting> together = waiting;
        waiting = new ArrayList<>();
        writing = !together.isEmpty();
        if (!writing) {
            return;
        }
        List<Operation> operations = together.stream().map(Waiting::operation).toList();
        conference
                .ledger()
                .ask(
                        () -> {
                            store.append(id, operations);
                            return operations;
                        },
                        done -> stored(together, done),
                        () -> {
                            done(operations);
                            together.forEach(one -> one.refused.accept(Reason.UNAVAILABLE));
                            writeNow();
                        });
    }

    private void stored(List<Waiting> together, List<Operation> operations) {
        done(operations);
        for (Operation operation : operations) {
            keys.add(operation.by() + operation.key());
            scene.apply(operation);
        }
        count();
        together.getFirst().stored.accept(operations);
        if (scene.uselessCount() > USELESS + LATEST) {
            compact(LATEST);
        }
        if (viewers.size() > MANY) {
            conference.later(PACE, this::writeNow);
        } else {
            writeNow();
        }
    }

    private void done(List<Operation> operations) {
        for (Operation operation : operations) {
            keysUnderWay.remove(operation.by() + operation.key());
            elementsUnderWay -= operation.steps().size();
        }
    }

    private void compact(int keep) {
        List<Long> useless = scene.takeUseless(scene.last() - keep);
        long floor = scene.floor();
        if (!useless.isEmpty()) {
            conference
                    .ledger()
                    .ask(
                            () -> {
                                store.compact(id, useless, floor);
                                return useless;
                            },
                            done -> {},
                            // they are found again when the board is read the next time
                            () -> {});
        }
    }

    /** Tells the budget how much the board holds now. */
    private void count() {
        long now = scene.characters();
        if (budget.change(now - counted)) {
            counted = now;
        }
    }
}
