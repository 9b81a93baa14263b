package plenum.mediaserver;

/** Starts the media server from the command line. */
public final class MediaServerMain {
    private MediaServerMain() {}

    /** Reads the settings from the environment and serves until the process is told to stop. */
    public static void main(String[] args) {
        throw new UnsupportedOperationException("not assembled yet");
    }
}
