package plenum.mediaserver.record;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/**
 * The failure of a recording, in the terms of the real server's events.
 *
 * @param type of the event
 * @param code of the media framework that the real server is made of
 */
public record RecordingFailure(String type, int code, String description) {
    private static final int OPEN_WRITE = 6;
    private static final int WRITE = 10;
    private static final int NO_SPACE = 14;

    static RecordingFailure refused(String reason) {
        return new RecordingFailure("RESOURCE_ERROR_OPEN", OPEN_WRITE, "Error code 6: " + reason);
    }

    static RecordingFailure opening(IOException cause) {
        return refused("Could not open for writing: " + reason(cause));
    }

    static RecordingFailure writing(IOException cause) {
        String reason = reason(cause);
        return reason.toLowerCase(Locale.ROOT).contains("no space")
                ? new RecordingFailure("RESOURCE_ERROR_NO_SPACE_LEFT", NO_SPACE, "Error code 14: " + reason)
                : new RecordingFailure("RESOURCE_ERROR_WRITE", WRITE, "Error code 10: Could not write: " + reason);
    }

    static RecordingFailure behind() {
        return new RecordingFailure(
                "RESOURCE_ERROR_WRITE",
                WRITE,
                "Error code 10: Storage is too slow: a part of the recording is missing");
    }

    static RecordingFailure codec(String kind, String codec) {
        return new RecordingFailure(
                "STREAM_ERROR_FORMAT",
                1,
                "Error code 1: The recording has no track for " + kind + " of codec " + codec);
    }

    private static String reason(IOException cause) {
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
