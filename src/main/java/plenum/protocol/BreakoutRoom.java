package plenum.protocol;

/** A breakout room. */
public record BreakoutRoom(String id, String name) {}
