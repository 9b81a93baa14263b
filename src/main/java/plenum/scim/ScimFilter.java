package plenum.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list is reduced to: an attribute that equals a value, such as {@code userName eq "ada@example.org"} (RFC 7644 section 3.4.2.2). Directories look
 * people and groups up with it before they make them; nothing else is supported.
 */
public record ScimFilter(Attribute attribute, String value) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*([A-Za-z][\\w.:\\-]{0,120}(?:\\[\\s*type\\s+eq\\s+\"work\"\\s*\\]\\.value)?)\\s+([A-Za-z]{2})\\s+(\"(?:[^\"\\\\]|\\\\.)*\")\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2000;

    /** What can be asked for. */
    public enum Attribute {
        ID,
        EXTERNAL_ID,
        USER_NAME,
        DISPLAY_NAME
    }

    private static final Map<String, Attribute> OF_USERS = Map.of(
            "id", Attribute.ID,
            "externalid", Attribute.EXTERNAL_ID,
            "username", Attribute.USER_NAME,
            "emails", Attribute.USER_NAME,
            "emails.value", Attribute.USER_NAME,
            "emails[type eq \"work\"].value", Attribute.USER_NAME,
            "displayname", Attribute.DISPLAY_NAME);
    private static final Map<String, Attribute> OF_GROUPS = Map.of(
            "id", Attribute.ID,
            "externalid", Attribute.EXTERNAL_ID,
            "displayname", Attribute.DISPLAY_NAME);

    static Optional<ScimFilter> ofUsers(@Nullable String text) {
        return parse(text, OF_USERS);
    }

    static Optional<ScimFilter> ofGroups(@Nullable String text) {
        return parse(text, OF_GROUPS);
    }

    private static Optional<ScimFilter> parse(@Nullable String text, Map<String, Attribute> known) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!parts.matches() || !parts.group(2).equalsIgnoreCase("eq")) {
            throw ScimException.bad("invalidFilter", "Filters have the form: attribute eq \"value\".");
        }
        String name =
                ScimSchemas.withoutUrn(parts.group(1)).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Attribute attribute = known.get(name);
        if (attribute == null) {
            throw ScimException.bad("invalidFilter", "Lists cannot be filtered by " + parts.group(1) + ".");
        }
        return Optional.of(new ScimFilter(attribute, text(parts.group(3))));
    }

    /** A string as JSON has it. */
    private static String text(String quoted) {
        try {
            return ScimJson.MAPPER.readValue(quoted, String.class).replace("\0", "");
        } catch (JsonProcessingException e) {
            throw ScimException.bad("invalidFilter", "The value is no string of JSON.");
        }
    }
}
