package plenum.platform;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all message bundles in one language. Each feature has a bundle in {@code src/main/resources/messages}; a key is in one
 * bundle only, so that readers need not know in which.
 */
public final class Messages extends ResourceBundle {
    /** The names of the bundles; a test compares them with the files. */
    static final List<String> FEATURES = List.of(
            "account",
            "admin",
            "breakout",
            "calendar",
            "chat",
            "check",
            "create",
            "desk",
            "devices",
            "door",
            "drive",
            "farewell",
            "help",
            "ink",
            "mail",
            "moderation",
            "policy",
            "poll",
            "prejoin",
            "privacy",
            "push",
            "reaction",
            "recording",
            "rules",
            "secrecy",
            "settings",
            "site",
            "stage",
            "start",
            "timer",
            "whiteboard");

    private static final Map<Locale, Messages> READ = new ConcurrentHashMap<>();

    private final Map<String, String> texts = new TreeMap<>();

    private Messages(Locale language) {
        for (String feature : FEATURES) {
            ResourceBundle bundle =
                    getBundle("messages." + feature, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                texts.put(key, bundle.getString(key));
            }
        }
    }

    /**
     * The texts in the language of a locale, never in that of the machine.
     *
     * @throws java.util.MissingResourceException for a language that Plenum does not speak
     */
    public static Messages in(Locale locale) {
        return READ.computeIfAbsent(Locale.of(locale.getLanguage()), Messages::new);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
