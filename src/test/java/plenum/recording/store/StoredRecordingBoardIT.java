package plenum.recording.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.AccountForTests;
import plenum.it.HibernateForTests;
import plenum.recording.Recording.State;
import plenum.recording.RecordingBoard;
import plenum.recording.RecordingBoard.Entry;

/** All recordings as the console lists them, in a real PostgreSQL. */
@Tag("recording")
class StoredRecordingBoardIT {
    private static HibernateForTests database;

    private final RecordingBoard board = database.transactional(RecordingBoard.class, entities -> {
        StoredRecordingBoard store = new StoredRecordingBoard();
        store.entities = entities;
        return store;
    });

    @BeforeAll
    static void open() {
        database = new HibernateForTests("recording_board_test", List.of());
        database.execute("delete from account");
        database.store(AccountForTests.anybody().withEmail("ada@example.org").make());
        record("Monday", "READY", "5000", "60000", "");
        record("Tuesday", "DELIVERING", "null", "null", "FULL");
        record("Wednesday", "RECORDING", "null", "null", "");
    }

    private static void record(String name, String state, String bytes, String millis, String trouble) {
        database.execute("""
            insert into recording (id, meeting_id, name, owner_id, started_by, started_at, state, edition, bytes, millis, trouble, node)
            select gen_random_uuid(), gen_random_uuid(), '%s', id, 'Ada', clock_timestamp(), '%s', 1, %s, %s, '%s', 'n' from account\
            """.formatted(name, state, bytes, millis, trouble));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theLatestComesFirstWithItsOwner() {
        List<Entry> all = board.entries(Optional.empty(), 0, 10);
        assertThat(all).extracting(Entry::meeting).containsExactly("Wednesday", "Tuesday", "Monday");
        assertThat(all).extracting(Entry::owner).containsOnly("ada@example.org");
        assertThat(all.getLast().bytes()).isEqualTo(5000);
        assertThat(all.getLast().millis()).isEqualTo(60_000);
        assertThat(board.entries(Optional.empty(), 1, 1))
                .extracting(Entry::meeting)
                .containsExactly("Tuesday");
    }

    @Test
    void statesFilterAndSumsAreOfAll() {
        assertThat(board.entries(Optional.of(State.DELIVERING), 0, 10))
                .extracting(Entry::trouble)
                .containsExactly("FULL");
        assertThat(board.count(Optional.empty())).isEqualTo(3);
        assertThat(board.count(Optional.of(State.READY))).isOne();
        assertThat(board.count(Optional.of(State.EMPTY))).isZero();
        assertThat(board.bytes()).isEqualTo(5000);
        assertThat(board.troubled()).isOne();
    }
}
