package plenum.bench.signaling;

/**
 * A meeting that was made as people make one.
 *
 * @param letters of its link
 */
record Room(String letters) {}
