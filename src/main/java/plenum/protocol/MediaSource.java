package plenum.protocol;

/** What a participant can publish: each is one peer connection. */
public enum MediaSource {
    /** Camera and microphone. */
    CAMERA,
    /** A screen and its sound. */
    SCREEN
}
