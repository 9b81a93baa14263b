package plenum.storage;

import java.util.Locale;
import java.util.UUID;

/**
 * The name of an object in a storage.
 *
 * @param label a name that people recognise it by where others may read names anyway, such as in their own WebDAV folder; letters, digits and
 *     {@code ._-}, at most 80; the sealed files of this machine do not show it
 */
public record ObjectKey(UUID id, String label) {
    private static final int LONGEST = 80;

    public ObjectKey {
        if (!label.matches("[A-Za-z0-9._-]{0," + LONGEST + "}") || label.startsWith(".")) {
            throw new IllegalArgumentException("not a label");
        }
    }

    public static ObjectKey of(UUID id) {
        return new ObjectKey(id, "");
    }

    /** With a label made from a file's name. */
    public static ObjectKey of(UUID id, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return new ObjectKey(
                id, plain.substring(Math.max(0, plain.length() - LONGEST)).replaceAll("^[.-]+", ""));
    }

    /** As one segment of a path or URL: the id, and the label after it. */
    public String fileName() {
        String hex = id.toString().toLowerCase(Locale.ROOT);
        return label.isEmpty() ? hex : hex + "-" + label;
    }
}
