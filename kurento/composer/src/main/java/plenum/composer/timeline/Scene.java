package plenum.composer.timeline;

import java.util.List;

/**
 * A time in which the same people are seen in the same places.
 *
 * @param from milliseconds since 1970, a multiple of {@link Planner#GRID_MILLIS} after the beginning
 * @param to when the next one begins
 * @param heard tracks whose sound is in the film
 */
public record Scene(long from, long to, List<Tile> tiles, List<String> heard) {
    public Scene {
        tiles = List.copyOf(tiles);
        heard = List.copyOf(heard);
    }

    boolean looksLike(Scene other) {
        return tiles.equals(other.tiles) && heard.equals(other.heard);
    }

    Scene until(long end) {
        return new Scene(from, end, tiles, heard);
    }
}
