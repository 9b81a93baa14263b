package plenum.protocol;

/** A call for a moderator from a breakout room. */
public record BreakoutCall(String room, String participant) {}
