package plenum.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import plenum.notice.Notice;

/** What the service worker of a browser is told of a notice: {@code title}, {@code text}, {@code link} and {@code tag}, as JSON. */
final class PushPayload {
    static final int MOST_BYTES = 2048;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LINK = 500;
    private static final int TOPIC_BYTES = 24;
    /** In bytes: a control character is written as six. */
    private static final int LONGEST_CHARACTER = 6;

    private static final String CUT = "…";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PushPayload() {}

    /** At most {@link #MOST_BYTES} of UTF-8: a title that is too long is cut, then the text. */
    static String of(Notice notice) {
        String title = cut(notice.title(), LONGEST_TITLE);
        String link = notice.link().length() > LONGEST_LINK ? "/" : notice.link();
        String tag = topic(notice.key());
        int length = notice.text().codePointCount(0, notice.text().length());
        String json = json(title, notice.text(), link, tag);
        while (bytes(json) > MOST_BYTES && length > 0) {
            length = Math.max(0, length - Math.max(1, (bytes(json) - MOST_BYTES) / LONGEST_CHARACTER));
            json = json(title, cut(notice.text(), length), link, tag);
        }
        return json;
    }

    /** Names notices of which the later one counts: 32 characters of an address (RFC 8030 section 5.4). */
    static String topic(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** At most so many code points, the last of them an ellipsis where something is missing. */
    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return most == 0 ? "" : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
    }

    private static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String json(String title, String text, String link, String tag) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("text", text);
        fields.put("link", link);
        fields.put("tag", tag);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }
}
