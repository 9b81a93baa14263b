package plenum.protocol;

import java.util.regex.Pattern;

/**
 * Texts as they are in end-to-end encrypted meetings: sealed by the browsers, unreadable here. What can be told of them from outside is their form,
 * so that a tab that forgets to seal a text is refused.
 */
public final class Sealed {
    private static final Pattern FORM = Pattern.compile("~1\\.\\d{1,6}\\.[A-Za-z0-9_-]{38,}");

    private Sealed() {}

    /** Whether a text may be stored: a sealed one where everything is encrypted, else one of at most so many characters. */
    public static boolean fits(String text, boolean encrypted, int most) {
        return encrypted ? FORM.matcher(text).matches() : text.codePointCount(0, text.length()) <= most;
    }
}
