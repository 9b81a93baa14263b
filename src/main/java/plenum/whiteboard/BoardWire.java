package plenum.whiteboard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardCleared;
import plenum.protocol.WhiteboardMessages.BoardDrawn;
import plenum.protocol.WhiteboardMessages.BoardEntry;
import plenum.protocol.WhiteboardMessages.BoardOperation;
import plenum.protocol.WhiteboardMessages.BoardPart;
import plenum.protocol.WhiteboardMessages.BoardState;
import plenum.protocol.WhiteboardMessages.BoardStep;

/** Converts boards to messages of the wire. Pure functions. */
final class BoardWire {
    /** The body of what somebody moved when it was deleted: without a body the tab would keep the one that it knows. */
    private static final String NONE = "";

    private BoardWire() {}

    static BoardState state(StoredBoard board) {
        BoardRights rights = board.rights();
        return new BoardState(
                board.id().toString(),
                rights.shown(),
                WhiteboardMessages.Drawing.valueOf(rights.drawing().name()),
                rights.named().stream().map(UUID::toString).sorted().toList());
    }

    static BoardDrawn drawn(UUID board, List<Operation> operations) {
        return new BoardDrawn(
                board.toString(), operations.stream().map(BoardWire::operation).toList());
    }

    private static BoardOperation operation(Operation operation) {
        return new BoardOperation(
                operation.number(),
                operation.by().toString(),
                operation.key(),
                operation.cleared(),
                operation.steps().stream()
                        .map(step -> new BoardStep(step.element(), step.page(), step.body(), step.place()))
                        .toList());
    }

    static List<Step> steps(List<BoardStep> steps) {
        return steps.stream()
                .map(step -> new Step(step.element(), step.page(), step.body(), step.place()))
                .toList();
    }

    /**
     * @param known the number up to which the tab knew the board before the first part
     * @param ticket for the first part; null for those that follow
     */
    static BoardPart part(
            UUID board, Scene scene, long known, Scene.Part part, boolean reset, @Nullable String ticket) {
        List<BoardCleared> cleared = ticket == null
                ? List.of()
                : scene.cleared().entrySet().stream()
                        .map(page -> new BoardCleared(page.getKey(), page.getValue()))
                        .toList();
        List<BoardEntry> entries =
                part.elements().stream().map(element -> entry(element, known)).toList();
        return new BoardPart(board.toString(), reset, cleared, entries, part.upTo(), part.more(), ticket);
    }

    /** A body that the reader knows is left out: it is most of what an element is. */
    private static BoardEntry entry(Scene.Element element, long known) {
        boolean fresh = element.bodyNumber > known;
        boolean none = element.body == null && element.place != null;
        UUID by = element.by;
        return new BoardEntry(
                element.number,
                by == null ? "" : by.toString(),
                element.id,
                element.page,
                fresh ? none ? NONE : element.body : null,
                element.place);
    }
}
