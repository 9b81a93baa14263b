package plenum.whiteboard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and reads the boards of all meetings and their changes. Its methods block on the database. */
public interface Boards {
    /** @param room empty: the main room's */
    Optional<StoredBoard> find(UUID meeting, Optional<UUID> room);

    /** The board of a room; made when there is none. */
    StoredBoard create(UUID meeting, Optional<UUID> room);

    void keep(UUID board, BoardRights rights);

    /** The stored changes of a board, in the order of their numbers. */
    List<StoredChange> read(UUID board);

    /** Stores all of them or none. */
    void append(UUID board, List<Operation> operations);

    /**
     * Removes changes that later ones have made useless.
     *
     * @param floor of the board from now on
     */
    void compact(UUID board, Collection<Long> numbers, long floor);
}
