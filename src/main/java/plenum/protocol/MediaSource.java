package plenum.protocol;

/** The sources that a participant can publish; each is a peer connection of its own. */
public enum MediaSource {
    /** Camera and microphone. */
    CAMERA,
    /** A screen and its sound. */
    SCREEN
}
