package plenum.media;

/** What writes a publication to a place, as it comes in, for as long as both are there. */
public interface Tap extends AutoCloseable {
    /** Ends it: what was taken so far is written. Idempotent. */
    @Override
    void close();
}
