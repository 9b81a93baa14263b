package plenum.whiteboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.protocol.WhiteboardMessages.BoardHand;
import plenum.protocol.WhiteboardMessages.BoardPoint;
import plenum.protocol.WhiteboardMessages.BoardPointer;

/**
 * The pointers on a board that have moved since they were last sent. The more people look, the less often they are sent, so that pointers
 * never cost more than drawing. Belongs to the conference's mailbox.
 */
final class Pointers {
    /** Pointers that are told at once; the others have their turn the next time. */
    static final int MOST = 100;
    /** Numbers of a trail. */
    private static final int LONGEST = 64;
    /** What a tab sends, sealed, while others wait for pointers. */
    private static final int MOST_SEALED = 4;

    private final Map<String, BoardPointer> moved = new LinkedHashMap<>();
    private boolean awake;

    /** From one telling to the next. */
    static Duration pause(int people) {
        int millis = people <= 12 ? 50 : people <= 50 ? 100 : people <= 150 ? 200 : 400;
        return Duration.ofMillis(millis);
    }

    void moved(String participant, BoardPoint point) {
        BoardPointer before = moved.remove(participant);
        List<Integer> points = point.points();
        List<String> sealed = point.sealed() == null ? null : List.of(point.sealed());
        if (before != null && before.page() == point.page() && before.hand() == point.hand()) {
            points = joined(before.points(), points, LONGEST);
            if (sealed != null && before.sealed() != null) {
                sealed = joined(before.sealed(), sealed, MOST_SEALED);
            }
        }
        moved.put(participant, new BoardPointer(participant, point.page(), point.hand(), points, sealed));
    }

    void left(String participant) {
        moved.put(participant, new BoardPointer(participant, 0, BoardHand.AWAY, List.of(), null));
    }

    /** True for the first to move since all were told: then somebody has to tell. */
    boolean wake() {
        boolean slept = !awake;
        awake = true;
        return slept;
    }

    /** Sleeps until somebody moves again; false while there are others to be told of. */
    boolean rest() {
        awake = !moved.isEmpty();
        return !awake;
    }

    /** The receivers that have waited longest. */
    List<BoardPointer> take() {
        List<BoardPointer> taken = new ArrayList<>();
        Iterator<BoardPointer> waiting = moved.values().iterator();
        while (waiting.hasNext() && taken.size() < MOST) {
            taken.add(waiting.next());
            waiting.remove();
        }
        return taken;
    }

    private static <T> List<T> joined(List<T> before, List<T> after, int most) {
        List<T> all = new ArrayList<>(before);
        all.addAll(after);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
