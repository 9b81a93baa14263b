package plenum.media;

/** Media that comes from a browser: a camera with a microphone, or a screen with its sound. */
public interface Publication extends Peer {}
