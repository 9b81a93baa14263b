package plenum.protocol;

/** Somebody belongs into a breakout room. */
public record BreakoutPlace(String participant, String room) {}
