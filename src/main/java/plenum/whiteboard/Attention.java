package plenum.whiteboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.protocol.Failed;
import plenum.protocol.Sealed;
import plenum.protocol.WhiteboardMessages;
import plenum.protocol.WhiteboardMessages.BoardHand;
import plenum.protocol.WhiteboardMessages.BoardLook;
import plenum.protocol.WhiteboardMessages.BoardPoint;
import plenum.protocol.WhiteboardMessages.BoardPointers;
import plenum.protocol.WhiteboardMessages.BoardSeen;

/**
 * The pointers and viewports of participants on the boards of a meeting, and who follows whom. Nothing of it is stored. Belongs to the
 * conference's mailbox.
 */
final class Attention {
    private final Conference conference;
    private final Function<Participant, Optional<Drawn>> lookedAt;
    private final Map<Drawn, Pointers> pointers = new HashMap<>();
    private final Map<String, BoardLook> sights = new HashMap<>();
    /** The followed participant, by follower. */
    private final Map<String, String> followed = new HashMap<>();

    /** @param lookedAt the board that somebody has open */
    Attention(Conference conference, Function<Participant, Optional<Drawn>> lookedAt) {
        this.conference = conference;
        this.lookedAt = lookedAt;
    }

    Optional<Failed.Code> point(Participant by, BoardPoint point) {
        if (!(conference.isEncrypted() ? isSealed(point) : isClear(point))) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        lookedAt.apply(by).ifPresent(drawn -> {
            pointersOn(drawn).moved(by.id(), point);
            tellSoon(drawn);
        });
        return Optional.empty();
    }

    private static boolean isClear(BoardPoint point) {
        return point.sealed() == null && point.points().size() % 2 == 0;
    }

    /** That somebody points no more, the server may know. */
    private static boolean isSealed(BoardPoint point) {
        return point.page() == 0
                && point.points().isEmpty()
                && (point.sealed() == null
                        ? point.hand() == BoardHand.AWAY
                        : point.hand() == BoardHand.POINTS
                                && Sealed.fits(point.sealed(), true, WhiteboardMessages.SEALED));
    }

    Optional<Failed.Code> look(Participant by, BoardLook sight) {
        boolean fits = conference.isEncrypted()
                ? sight.sight() == null
                        && sight.sealed() != null
                        && Sealed.fits(sight.sealed(), true, WhiteboardMessages.SEALED)
                : sight.sight() != null && sight.sealed() == null;
        if (!fits) {
            return Optional.of(Failed.Code.BAD_VALUE);
        }
        lookedAt.apply(by).ifPresent(drawn -> {
            sights.put(by.id(), sight);
            List<Participant> followers = drawn.viewers().stream()
                    .filter(viewer -> by.id().equals(followed.get(viewer.id())))
                    .toList();
            if (!followers.isEmpty()) {
                conference.circles().hint(followers, seen(by.id(), sight));
            }
        });
        return Optional.empty();
    }

    /** @param whom null: nobody any more */
    Optional<Failed.Code> follow(Participant by, @Nullable String whom) {
        followed.remove(by.id());
        if (whom == null) {
            return Optional.empty();
        }
        boolean here = lookedAt.apply(by).flatMap(drawn -> drawn.viewer(whom)).isPresent();
        if (!here || whom.equals(by.id())) {
            return Optional.of(Failed.Code.NOT_FOUND);
        }
        followed.put(by.id(), whom);
        BoardLook sight = sights.get(whom);
        if (sight != null) {
            by.send(seen(whom, sight));
        }
        return Optional.empty();
    }

    private static BoardSeen seen(String participant, BoardLook sight) {
        return new BoardSeen(participant, sight.sight(), sight.sealed());
    }

    /** A participant opens a board, for the first time or again. */
    void came(Participant viewer) {
        followed.remove(viewer.id());
    }

    /** A participant closes a board. */
    void left(Participant viewer, Drawn drawn) {
        sights.remove(viewer.id());
        followed.remove(viewer.id());
        pointersOn(drawn).left(viewer.id());
        tellSoon(drawn);
    }

    private Pointers pointersOn(Drawn drawn) {
        return pointers.computeIfAbsent(drawn, board -> new Pointers());
    }

    private void tellSoon(Drawn drawn) {
        if (pointersOn(drawn).wake()) {
            conference.later(Pointers.pause(drawn.viewers().size()), () -> tell(drawn));
        }
    }

    private void tell(Drawn drawn) {
        Pointers moved = pointersOn(drawn);
        conference.circles().hint(drawn.viewers(), new BoardPointers(moved.take()));
        if (!moved.rest()) {
            conference.later(Pointers.pause(drawn.viewers().size()), () -> tell(drawn));
        }
    }
}
