package plenum.whiteboard.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Meetings;
import plenum.meeting.store.Schema;
import plenum.whiteboard.BoardPictures;
import plenum.whiteboard.BoardPictures.Picture;
import plenum.whiteboard.BoardRights;
import plenum.whiteboard.Boards;
import plenum.whiteboard.Operation;
import plenum.whiteboard.Step;
import plenum.whiteboard.StoredBoard;
import plenum.whiteboard.StoredChange;

@Tag("whiteboard")
@ExtendWith(ArquillianExtension.class)
class StoredBoardsIT {
    private static final UUID ADA = UUID.randomUUID();

    @Inject
    Boards boards;

    @Inject
    BoardPictures pictures;

    @Inject
    Meetings meetings;

    @Inject
    Schema schema;

    private UUID meeting;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Tafel").meeting().id();
    }

    @Test
    void eachRoomHasOneBoard() {
        assertEquals(Optional.empty(), boards.find(meeting, Optional.empty()));
        StoredBoard main = boards.create(meeting, Optional.empty());
        assertEquals(main, boards.create(meeting, Optional.empty()));
        StoredBoard other = boards.create(meeting, Optional.of(UUID.randomUUID()));
        assertEquals(Optional.of(main), boards.find(meeting, Optional.empty()));
        assertEquals(0, boards.read(other.id()).size());
    }

    @Test
    void keepsWhoMayDraw() {
        StoredBoard board = boards.create(meeting, Optional.empty());
        BoardRights rights = new BoardRights(true, BoardRights.Drawing.NAMED, Set.of(ADA, UUID.randomUUID()));
        boards.keep(board.id(), rights);
        assertEquals(
                rights, boards.find(meeting, Optional.empty()).orElseThrow().rights());
    }

    @Test
    void keepsChangesInTheirOrderAndAllOfAnOperationOrNone() {
        UUID board = boards.create(meeting, Optional.empty()).id();
        Step stroke = new Step("stroke-1", 1, "Grüße \"&\" 🎉", "0 0");
        Step moved = new Step("stroke-1", 1, null, "5 5");
        boards.append(
                board,
                List.of(
                        new Operation(1, ADA, "key-0001", null, List.of(stroke, moved)),
                        new Operation(3, ADA, "key-0002", 1, List.of())));
        assertThrows(
                RuntimeException.class,
                () -> boards.append(
                        board,
                        List.of(
                                new Operation(4, ADA, "a", null, List.of(stroke)),
                                new Operation(2, ADA, "b", null, List.of(stroke)))));
        assertEquals(
                List.of(
                        new StoredChange(1, ADA, "key-0001", 1, stroke),
                        new StoredChange(2, ADA, "key-0001", 1, moved),
                        new StoredChange(3, ADA, "key-0002", 1, null)),
                boards.read(board));
        boards.compact(board, List.of(1L, 2L), 2);
        assertEquals(List.of(new StoredChange(3, ADA, "key-0002", 1, null)), boards.read(board));
        assertEquals(2, boards.find(meeting, Optional.empty()).orElseThrow().floor());
    }

    @Test
    void keepsPicturesForTheirBoardAlone() {
        UUID board = boards.create(meeting, Optional.empty()).id();
        UUID other = boards.create(meeting, Optional.of(UUID.randomUUID())).id();
        byte[] bytes = {1, 2, 3};
        UUID id = pictures.add(board, new Picture("image/png", bytes)).orElseThrow();
        assertArrayEquals(bytes, pictures.find(board, id).orElseThrow().bytes());
        assertEquals(Optional.empty(), pictures.find(other, id));
        for (int i = 1; i < BoardPictures.MOST; i++) {
            pictures.add(board, new Picture("image/png", bytes));
        }
        assertEquals(Optional.empty(), pictures.add(board, new Picture("image/png", bytes)));
    }
}
