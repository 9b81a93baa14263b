package plenum.mediaserver.flow;

/** The kinds of media that packets carry. */
public enum MediaKind {
    AUDIO,
    VIDEO
}
