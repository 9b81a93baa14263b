package plenum.composer.timeline;

import java.util.Optional;

/**
 * Somebody's place in the picture.
 *
 * @param track that is shown; empty: a field with the first letters of the name
 * @param screen whether it is a shared screen: shown whole, without letters
 */
public record Tile(Box box, String person, String name, Optional<String> track, boolean screen) {}
