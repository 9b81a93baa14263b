package plenum.drive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a file is, by its first bytes; its name only tells apart what begins alike. What may be shown in a page, and as what: markup, scripts
 * and whatever else a browser could run is never among it.
 */
public final class FileTypes {
    /** Those that every browser draws. */
    public static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    public static final String UNKNOWN = "application/octet-stream";
    public static final String PDF = "application/pdf";
    /** Bytes that have to be looked at. */
    public static final int LOOKED_AT = 4096;

    private static final Set<String> INLINE = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "image/bmp",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "video/quicktime",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav",
            "audio/flac",
            "audio/webm",
            "audio/aac",
            "text/plain");

    /** A beginning, at an offset; in hexadecimal digits. */
    private record Magic(int at, String bytes, String type) {
        boolean matches(byte[] head) {
            int length = bytes.length() / 2;
            return head.length >= at + length
                    && HexFormat.of().formatHex(head, at, at + length).equals(bytes);
        }
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic(0, "89504e470d0a1a0a", "image/png"),
            new Magic(0, "ffd8ff", "image/jpeg"),
            new Magic(0, "474946383761", "image/gif"),
            new Magic(0, "474946383961", "image/gif"),
            new Magic(8, "57454250", "image/webp"),
            new Magic(4, "6674797061766966", "image/avif"),
            new Magic(4, "6674797068656963", "image/heic"),
            new Magic(0, "424d", "image/bmp"),
            new Magic(0, "255044462d", PDF),
            new Magic(4, "667479704d344120", "audio/mp4"),
            new Magic(4, "6674797071742020", "video/quicktime"),
            new Magic(4, "66747970", "video/mp4"),
            new Magic(0, "4f676753", "audio/ogg"),
            new Magic(0, "664c6143", "audio/flac"),
            new Magic(0, "494433", "audio/mpeg"),
            new Magic(0, "fffb", "audio/mpeg"),
            new Magic(0, "fff3", "audio/mpeg"),
            new Magic(0, "fff1", "audio/aac"),
            new Magic(8, "57415645", "audio/wav"),
            new Magic(0, "504b0304", "application/zip"),
            new Magic(0, "1f8b", "application/gzip"),
            new Magic(0, "377abcaf271c", "application/x-7z-compressed"),
            new Magic(0, "526172211a07", "application/vnd.rar"),
            new Magic(0, "7b5c727466", "application/rtf"),
            new Magic(0, "d0cf11e0a1b11ae1", "application/x-ole-storage"));

    private FileTypes() {}

    /** @param head the first {@link #LOOKED_AT} bytes, or all */
    public static String of(byte[] head, FileName name) {
        String ending = name.ending().toLowerCase(Locale.ROOT);
        if (startsWith(head, "1a45dfa3")) {
            boolean webm = new String(head, StandardCharsets.ISO_8859_1).contains("webm");
            return webm ? "video/webm" : "video/x-matroska";
        }
        for (Magic magic : MAGIC) {
            if (magic.matches(head)) {
                return magic.type.equals("application/zip") ? office(ending) : magic.type;
            }
        }
        return isText(head) ? text(head, ending) : UNKNOWN;
    }

    private static String office(String ending) {
        return switch (ending) {
            case ".docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case ".xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case ".pptx" -> "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            case ".odt" -> "application/vnd.oasis.opendocument.text";
            case ".ods" -> "application/vnd.oasis.opendocument.spreadsheet";
            case ".odp" -> "application/vnd.oasis.opendocument.presentation";
            default -> "application/zip";
        };
    }

    private static String text(byte[] head, String ending) {
        String begin = new String(head, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
        if (ending.equals(".svg") || begin.contains("<svg")) {
            return "image/svg+xml";
        }
        if (ending.matches("\\.x?html?|\\.xml")
                || begin.startsWith("<!doctype")
                || begin.startsWith("<html")
                || begin.startsWith("<?xml")) {
            return ending.equals(".xml") ? "text/xml" : "text/html";
        }
        return ending.equals(".csv") ? "text/csv" : ending.equals(".ics") ? "text/calendar" : "text/plain";
    }

    private static boolean startsWith(byte[] head, String hex) {
        return new Magic(0, hex, "").matches(head);
    }

    /** UTF-8 without control characters; a character may be cut at the end. */
    private static boolean isText(byte[] head) {
        for (byte one : head) {
            if (one >= 0 && one < 32 && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return false;
            }
        }
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return cut == 0 || head.length == LOOKED_AT;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }

    /** Whether a browser may show it itself, as the type that {@link #served} tells. */
    public static boolean isInline(String type) {
        return INLINE.contains(type) || type.startsWith("text/");
    }

    /**
     * What a browser is told: text of any kind is plain text; whatever else is not harmless is only bytes. PDF is told as what it is, and only
     * downloaded.
     */
    public static String served(String type) {
        if (type.startsWith("text/")) {
            return "text/plain";
        }
        return INLINE.contains(type) || type.equals(PDF) ? type : UNKNOWN;
    }
}
