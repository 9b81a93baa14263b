package plenum.protocol;

/** The assignment of a person to a breakout room. */
public record BreakoutPlace(String participant, String room) {}
