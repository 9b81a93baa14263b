package plenum.whiteboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Boards in memory, until they are told to fail. */
public final class FakeBoards implements Boards {
    boolean away;
    private final Map<UUID, StoredBoard> boards = new HashMap<>();
    private final Map<UUID, UUID> byRoom = new HashMap<>();
    private final Map<UUID, List<StoredChange>> changes = new HashMap<>();

    @Override
    public Optional<StoredBoard> find(UUID meeting, Optional<UUID> room) {
        answer();
        return Optional.ofNullable(byRoom.get(room.orElse(meeting))).map(boards::get);
    }

    @Override
    public StoredBoard create(UUID meeting, Optional<UUID> room) {
        answer();
        UUID id = byRoom.computeIfAbsent(room.orElse(meeting), key -> UUID.randomUUID());
        return boards.computeIfAbsent(id, key -> new StoredBoard(id, BoardRights.FREE, 0));
    }

    @Override
    public void keep(UUID board, BoardRights rights) {
        answer();
        boards.computeIfPresent(board, (id, kept) -> new StoredBoard(id, rights, kept.floor()));
    }

    @Override
    public List<StoredChange> read(UUID board) {
        answer();
        return List.copyOf(changes.getOrDefault(board, List.of()));
    }

    @Override
    public void append(UUID board, List<Operation> operations) {
        answer();
        List<StoredChange> kept = changes.computeIfAbsent(board, id -> new ArrayList<>());
        for (Operation operation : operations) {
            Integer page = operation.cleared();
            if (page != null) {
                kept.add(new StoredChange(operation.number(), operation.by(), operation.key(), page, null));
            }
            long number = operation.number();
            for (Step step : operation.steps()) {
                kept.add(new StoredChange(number++, operation.by(), operation.key(), step.page(), step));
            }
        }
    }

    @Override
    public void compact(UUID board, Collection<Long> numbers, long floor) {
        answer();
        Set<Long> gone = new HashSet<>(numbers);
        changes.getOrDefault(board, new ArrayList<>()).removeIf(change -> gone.contains(change.number()));
        boards.computeIfPresent(board, (id, kept) -> new StoredBoard(id, kept.rights(), floor));
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
