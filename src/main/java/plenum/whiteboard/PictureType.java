package plenum.whiteboard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The type of a picture, recognised by its first bytes; the type that a request declares is not trusted. */
final class PictureType {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** How bytes begin that a browser has sealed for an encrypted meeting. */
    private static final byte[] SEALED = ascii("~1");

    private PictureType() {}

    /** A media type; empty for anything that is neither PNG, JPEG nor WebP, or in an encrypted meeting not sealed. */
    static Optional<String> of(byte[] bytes, boolean encrypted) {
        if (encrypted) {
            return begins(bytes, 0, SEALED) ? Optional.of("application/octet-stream") : Optional.empty();
        }
        if (begins(bytes, 0, PNG)) {
            return Optional.of("image/png");
        } else if (begins(bytes, 0, JPEG)) {
            return Optional.of("image/jpeg");
        } else if (begins(bytes, 0, ascii("RIFF")) && begins(bytes, 8, ascii("WEBP"))) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean begins(byte[] bytes, int at, byte[] with) {
        if (bytes.length < at + with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[at + i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
