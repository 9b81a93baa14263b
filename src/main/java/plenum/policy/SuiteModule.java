package plenum.policy;

/** A part of the suite that can be switched off: then pages, sockets and REST have no trace of it. */
public enum SuiteModule {
    CHAT,
    WHITEBOARD,
    RECORDING,
    CALENDAR,
    DRIVE,
    TEAM,
    STREAM,
    CAPTIONS
}
