package plenum.protocol;

/** What can be shown for a moment; which picture stands for it is the tab's business. */
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
