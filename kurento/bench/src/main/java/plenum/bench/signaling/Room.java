package plenum.bench.signaling;

/**
 * A meeting that was made as people make one.
 *
 * @param letters of its link
 */
public record Room(String letters) {}
