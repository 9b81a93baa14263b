package plenum.e2e;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import plenum.platform.Messages;

/** What the pages say in the browsers' language here: English, or what the property {@code plenum.journeys} names, such as {@code de-DE}. */
final class Texts {

    static final String LANGUAGE = System.getProperty("plenum.journeys", "en-US");

    private static final ResourceBundle MESSAGES = Messages.in(Locale.forLanguageTag(LANGUAGE));

    private Texts() {}

    static String text(String key, Object... arguments) {
        String pattern = MESSAGES.getString(key);
        return arguments.length == 0 ? pattern : MessageFormat.format(pattern, arguments);
    }
}
