package plenum.protocol;

/** Somebody in a breakout room asks a moderator to come. */
public record BreakoutCall(String room, String participant) {}
