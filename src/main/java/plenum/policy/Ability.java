package plenum.policy;

/** What a plan can include. */
public enum Ability {
    /** Making meetings. */
    CREATE,
    RECORD,
    /** Streaming a meeting to people who do not take part. */
    STREAM,
    /** Captions, made of speech. */
    CAPTION
}
