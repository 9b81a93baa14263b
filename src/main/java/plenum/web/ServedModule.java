package plenum.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A module or its texts, as they are sent to a browser.
 *
 * @param type the media type
 * @param plain the bytes
 * @param packed the same as gzip has them
 */
record ServedModule(String type, byte[] plain, byte[] packed) {

    /** Without its documentation. */
    static ServedModule code(String source) {
        return of("text/javascript", withoutDocumentation(source));
    }

    static ServedModule style(String source) {
        return of("text/css", source);
    }

    static ServedModule texts(String json) {
        return of("application/json", json);
    }

    private static ServedModule of(String type, String content) {
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServedModule(type, plain, packed.toByteArray());
    }

    /**
     * Leaves out the lines of JSDoc comments that stand alone; the code stays on its lines, where the debugger shows it and errors name it.
     */
    static String withoutDocumentation(String source) {
        StringBuilder code = new StringBuilder(source.length());
        boolean inside = false;
        for (String line : source.split("\n", -1)) {
            String bare = line.strip();
            int end = bare.indexOf("*/");
            boolean opens = !inside && bare.startsWith("/**") && (end < 0 || end == bare.length() - 2);
            if (!inside && !opens) {
                code.append(line);
            } else if (inside && end >= 0) {
                code.append(bare.substring(end + 2));
            }
            inside = (inside || opens) && end < 0;
            code.append('\n');
        }
        code.setLength(code.length() - 1);
        return code.toString();
    }
}
