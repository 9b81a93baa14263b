package plenum.whiteboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import plenum.whiteboard.BoardRights;
import plenum.whiteboard.Boards;
import plenum.whiteboard.Operation;
import plenum.whiteboard.Step;
import plenum.whiteboard.StoredBoard;
import plenum.whiteboard.StoredChange;

/** Whiteboards in PostgreSQL: a row for each change, so that storing one is appending one. */
@ApplicationScoped
@Transactional
public class StoredBoards implements Boards {
    private static final String CREATE = """
            insert into whiteboard (id, meeting_id, room, shown, drawing, named)
            values (?, ?, ?, false, 'EVERYBODY', '{}')
            on conflict do nothing""";

    private static final String APPEND = """
            insert into whiteboard_change (board_id, number, author, key, page, element, body, place)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    @PersistenceContext
    EntityManager entities;

    @Override
    public Optional<StoredBoard> find(UUID meeting, Optional<UUID> room) {
        return row(meeting, room).map(BoardRow::toBoard);
    }

    @Override
    public StoredBoard create(UUID meeting, Optional<UUID> room) {
        work(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
                statement.setObject(1, UUID.randomUUID());
                statement.setObject(2, meeting);
                statement.setObject(3, room.orElse(null), Types.OTHER);
                statement.executeUpdate();
            }
        });
        return find(meeting, room).orElseThrow();
    }

    private Optional<BoardRow> row(UUID meeting, Optional<UUID> room) {
        return entities
                .createQuery(
                        "select b from BoardRow b where b.meetingId = :meeting and coalesce(b.room, b.meetingId) = :room",
                        BoardRow.class)
                .setParameter("meeting", meeting)
                .setParameter("room", room.orElse(meeting))
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public void keep(UUID board, BoardRights rights) {
        BoardRow row = entities.find(BoardRow.class, board);
        if (row != null) {
            row.shown = rights.shown();
            row.drawing = rights.drawing();
            row.named = rights.named().toArray(UUID[]::new);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<StoredChange> read(UUID board) {
        Stream<Object[]> rows = entities.createNativeQuery(
                        "select number, author, key, page, element, body, place from whiteboard_change"
                                + " where board_id = :board order by number",
                        Object[].class)
                .setParameter("board", board)
                .getResultStream();
        return rows.map(StoredBoards::change).toList();
    }

    private static StoredChange change(@Nullable Object[] row) {
        int page = ((Number) value(row[3])).intValue();
        String element = (String) row[4];
        Step step = element == null ? null : new Step(element, page, (String) row[5], (String) row[6]);
        return new StoredChange(
                ((Number) value(row[0])).longValue(), (UUID) value(row[1]), (String) value(row[2]), page, step);
    }

    private static Object value(@Nullable Object column) {
        if (column == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return column;
    }

    @Override
    public void append(UUID board, List<Operation> operations) {
        work(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
                statement.setObject(1, board);
                for (Operation operation : operations) {
                    statement.setObject(3, operation.by());
                    statement.setString(4, operation.key());
                    add(statement, operation);
                }
                statement.executeBatch();
            }
        });
    }

    private static void add(PreparedStatement statement, Operation operation) throws SQLException {
        Integer cleared = operation.cleared();
        if (cleared != null) {
            add(statement, operation.number(), cleared, null);
        }
        long number = operation.number();
        for (Step step : operation.steps()) {
            add(statement, number++, step.page(), step);
        }
    }

    private static void add(PreparedStatement statement, long number, int page, @Nullable Step step)
            throws SQLException {
        statement.setLong(2, number);
        statement.setInt(5, page);
        statement.setString(6, step == null ? null : step.element());
        statement.setString(7, step == null ? null : step.body());
        statement.setString(8, step == null ? null : step.place());
        statement.addBatch();
    }

    @Override
    public void compact(UUID board, Collection<Long> numbers, long floor) {
        entities.createQuery("update BoardRow b set b.floor = :floor where b.id = :board and b.floor < :floor")
                .setParameter("floor", floor)
                .setParameter("board", board)
                .executeUpdate();
        work(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "delete from whiteboard_change where board_id = ? and number = any (?)")) {
                statement.setObject(1, board);
                statement.setArray(2, connection.createArrayOf("bigint", numbers.toArray()));
                statement.executeUpdate();
            }
        });
    }

    private void work(org.hibernate.jdbc.Work work) {
        entities.unwrap(Session.class).doWork(work);
    }
}
