package plenum.protocol;

/** The reactions that are shown for a moment. The browser chooses the picture. */
public enum Reaction {
    THUMBS_UP,
    THUMBS_DOWN,
    CLAP,
    HEART,
    LAUGH,
    WOW,
    SAD,
    PARTY
}
