package plenum.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ink on a shared screen: strokes over the picture that somebody shares, for all who see it. Nothing is stored. Coordinates are parts of the picture,
 * from 0 at its left and upper edge to 65535 at the others, so that a viewer of any size, and a program at the presenter's screen, draws them in the same place.
 */
public interface InkMessages {
    /** The lower right corner of the picture. */
    int EDGE = 65_535;

    /** Most characters of the points of one message, sealed. */
    int SEALED = 1_200;

    /** What a tab says. */
    sealed interface Ask extends ClientMessage {}

    /** What the server says. */
    sealed interface Told extends ServerMessage {}

    /** Who may draw, besides the presenter. */
    enum InkDrawing {
        EVERYBODY,
        MODERATORS,
        NOBODY
    }

    /**
     * A stroke, or how it goes on.
     *
     * @param share participant whose screen it is on
     * @param stroke the sender's own id for it, 8 to 36 letters, digits, hyphens and underscores
     * @param color as {@code #rrggbb}; empty in an encrypted meeting
     * @param points x and y in turn; none in an encrypted meeting
     * @param ended whether the pen was lifted
     * @param sealed color and points, in an encrypted meeting
     */
    @Needs(Permission.TALK)
    @Rate(burst = 100, perMinute = 1500)
    record InkDraw(
            String share,
            String stroke,
            String color,
            @Range(most = EDGE) List<Integer> points,
            boolean ended,
            @Most(SEALED) @Nullable String sealed)
            implements Ask {}

    /** Takes one's own last stroke back. */
    @Needs(Permission.TALK)
    @Rate(burst = 40, perMinute = 120)
    record InkUndo(String share) implements Ask {}

    /** Takes all ink away: for the presenter and moderators. */
    @Needs(Permission.TALK)
    @Rate(burst = 20, perMinute = 60)
    record InkClear(String share) implements Ask {}

    /**
     * Decides what holds for the ink on a screen: for the presenter and moderators.
     *
     * @param fadeSeconds after the last stroke all ink goes; 0: it stays
     * @param frozen whether all see a still to draw on
     */
    @Needs(Permission.TALK)
    @Rate(burst = 20, perMinute = 60)
    record InkRules(String share, @Range(most = 600) int fadeSeconds, InkDrawing drawing, boolean frozen)
            implements Ask {}

    /** A stroke, or how it goes on, to all in the room, the sender included; color, points and {@code sealed} as in {@link InkDraw}. */
    record InkDrawn(
            String share,
            String by,
            String stroke,
            String color,
            List<Integer> points,
            boolean ended,
            @Nullable String sealed)
            implements Told {}

    /** Strokes that are gone. */
    record InkGone(String share, List<String> strokes) implements Told {}

    /**
     * What holds for the ink on a screen.
     *
     * @param width of a stroke, in pixels of a picture of 1280 by 720
     * @param fadeSeconds 0: ink stays
     */
    record InkState(String share, int width, int fadeSeconds, InkDrawing drawing, boolean frozen) implements Told {}
}
