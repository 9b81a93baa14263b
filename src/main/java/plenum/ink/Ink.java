package plenum.ink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.platform.Timers.Timer;
import plenum.protocol.InkMessages.InkDraw;
import plenum.protocol.InkMessages.InkDrawing;
import plenum.protocol.InkMessages.InkDrawn;
import plenum.protocol.InkMessages.InkState;

/** The ink on one shared screen. Belongs to the conference's mailbox. */
final class Ink {
    static final int FADE_SECONDS = 10;
    static final int WIDTH = 5;
    /** Strokes on a screen; of more the oldest goes. */
    static final int MOST_STROKES = 400;
    /** Numbers of a stroke. */
    static final int LONGEST = 8_000;
    /** Characters of a stroke that is sealed. */
    static final int LONGEST_SEALED = 60_000;

    final String share;
    int fadeSeconds = FADE_SECONDS;
    InkDrawing drawing = InkDrawing.EVERYBODY;
    boolean frozen;
    /** Goes off when the ink goes. */
    @Nullable
    Timer fading;

    private final Map<String, Stroke> strokes = new LinkedHashMap<>();

    private static final class Stroke {
        final String by;
        final String color;
        final List<Integer> points = new ArrayList<>();
        /** What it is made of in an encrypted meeting, where nobody here can join the points of two messages. */
        final List<String> sealed = new ArrayList<>();

        private int sealedLength;
        boolean ended;

        Stroke(String by, String color) {
            this.by = by;
            this.color = color;
        }

        boolean fits(InkDraw more) {
            return points.size() + more.points().size() <= LONGEST
                    && sealedLength + lengthOf(more.sealed()) <= LONGEST_SEALED;
        }

        void add(InkDraw more) {
            points.addAll(more.points());
            if (more.sealed() != null) {
                sealed.add(more.sealed());
                sealedLength += more.sealed().length();
            }
            ended = more.ended();
        }

        Stream<InkDrawn> drawn(String share, String id) {
            if (sealed.isEmpty()) {
                return Stream.of(new InkDrawn(share, by, id, color, List.copyOf(points), ended, null));
            }
            int last = sealed.size() - 1;
            return IntStream.rangeClosed(0, last)
                    .mapToObj(i -> new InkDrawn(share, by, id, color, List.of(), ended && i == last, sealed.get(i)));
        }

        private static int lengthOf(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

    Ink(String share) {
        this.share = share;
    }

    /** Adds to a stroke, or begins it; false when it is somebody else's, over, or too long. */
    boolean draw(String by, InkDraw message) {
        Stroke stroke = strokes.computeIfAbsent(message.stroke(), id -> new Stroke(by, message.color()));
        if (!stroke.by.equals(by) || stroke.ended || !stroke.fits(message)) {
            return false;
        }
        stroke.add(message);
        return true;
    }

    /** The oldest stroke when there are more than there may be; it is gone then. */
    Optional<String> dropOldest() {
        if (strokes.size() <= MOST_STROKES) {
            return Optional.empty();
        }
        String oldest = strokes.keySet().iterator().next();
        strokes.remove(oldest);
        return Optional.of(oldest);
    }

    /** Takes somebody's last stroke away. */
    Optional<String> undo(String by) {
        String last = null;
        for (Map.Entry<String, Stroke> stroke : strokes.entrySet()) {
            if (stroke.getValue().by.equals(by)) {
                last = stroke.getKey();
            }
        }
        strokes.remove(last);
        return Optional.ofNullable(last);
    }

    /** Takes all away; says what there was. */
    List<String> clear() {
        List<String> gone = List.copyOf(strokes.keySet());
        strokes.clear();
        return gone;
    }

    InkState state() {
        return new InkState(share, WIDTH, fadeSeconds, drawing, frozen);
    }

    /** For somebody who comes now. */
    List<InkDrawn> all() {
        return strokes.entrySet().stream()
                .flatMap(stroke -> stroke.getValue().drawn(share, stroke.getKey()))
                .toList();
    }
}
