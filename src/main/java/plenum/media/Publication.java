package plenum.media;

/** A peer connection on which a browser sends: a camera with a microphone, or a screen with its sound. */
public interface Publication extends Peer {}
