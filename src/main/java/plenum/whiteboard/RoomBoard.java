package plenum.whiteboard;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.conference.StoredState;

/**
 * The board of one room. Only its rights are loaded until somebody looks at it; then its content is. Belongs to the conference's mailbox.
 */
final class RoomBoard {
    private final Conference conference;
    private final Boards store;
    private final BoardBudget budget;
    private final Optional<UUID> room;
    private final StoredState<Optional<StoredBoard>> head;
    private @Nullable StoredBoard board;
    private @Nullable StoredState<Drawn> contents;
    private @Nullable Drawn drawn;

    RoomBoard(Conference conference, Boards store, BoardBudget budget, Optional<UUID> room) {
        this.conference = conference;
        this.store = store;
        this.budget = budget;
        this.room = room;
        this.head = new StoredState<>(
                conference.ledger(), () -> store.find(conference.id(), room), found -> found.ifPresent(this::begin));
    }

    /** Called when it is known whether there is a board. */
    void whenKnown(Runnable then, Runnable unavailable) {
        head.whenKnown(then, unavailable);
    }

    /** As it is now, where there is one. */
    Optional<StoredBoard> board() {
        return Optional.ofNullable(board);
    }

    /** The content, loaded when the board is first opened. */
    Optional<Drawn> drawn() {
        return Optional.ofNullable(drawn);
    }

    /** Called with what is on the board; there is one from then on. */
    void whenDrawn(Consumer<Drawn> then, Runnable unavailable) {
        whenMade(
                () -> {
                    StoredState<Drawn> reading = contents;
                    if (reading == null) {
                        unavailable.run();
                        return;
                    }
                    reading.whenKnown(() -> drawn().ifPresent(then), unavailable);
                },
                unavailable);
    }

    /** Called when there is a board. */
    void whenMade(Runnable then, Runnable unavailable) {
        whenKnown(
                () -> {
                    if (board != null) {
                        then.run();
                        return;
                    }
                    conference
                            .ledger()
                            .ask(
                                    () -> store.create(conference.id(), room),
                                    made -> {
                                        begin(made);
                                        then.run();
                                    },
                                    unavailable);
                },
                unavailable);
    }

    /** Changes the rights of a board that there is: stored first. */
    void change(UnaryOperator<BoardRights> how, Runnable then, Runnable failed) {
        StoredBoard now = board;
        if (now == null) {
            failed.run();
            return;
        }
        BoardRights next = how.apply(now.rights());
        conference
                .ledger()
                .ask(
                        () -> {
                            store.keep(now.id(), next);
                            return next;
                        },
                        kept -> {
                            board = new StoredBoard(now.id(), kept, now.floor());
                            then.run();
                        },
                        failed);
    }

    void ended() {
        drawn().ifPresent(Drawn::ended);
    }

    private void begin(StoredBoard found) {
        if (board != null) {
            return;
        }
        board = found;
        contents = new StoredState<>(
                conference.ledger(),
                () -> new Drawn(conference, store, budget, found, store.read(found.id())),
                read -> {
                    read.begin();
                    drawn = read;
                });
    }
}
