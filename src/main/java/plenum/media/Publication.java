package plenum.media;

/** Media that comes from a browser: a camera with a microphone, or a screen with its sound. */
public interface Publication extends Peer {
    /**
     * Writes what comes from now on, sound and picture, as Matroska with the times of the wall clock.
     *
     * @param uri {@code file:} or {@code http:}, of a place that the media server may write to
     * @param failed called once, on any thread, when the media server cannot write it, or not any more
     */
    Tap record(String uri, Runnable failed);

    /** Asks the browser for a picture that can be decoded by itself. */
    void requestKeyFrame();
}
