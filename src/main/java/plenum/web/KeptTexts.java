package plenum.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import plenum.platform.Messages;
import plenum.platform.Settings;

/** How long things are kept on this server, in words: {@code after 30 days}, {@code together with the meeting}. */
final class KeptTexts {
    private final Settings settings;
    private final ResourceBundle texts;

    KeptTexts(Settings settings, Locale language) {
        this.settings = settings;
        this.texts = Messages.in(language);
    }

    /** By the names that texts have for them. */
    Map<String, String> all() {
        Settings.Kept kept = settings.services().kept();
        return Map.of(
                "kept.meetings", words(kept.meetings(), "ever"),
                "kept.attendance", words(kept.attendance(), "meeting"),
                "kept.audit", words(kept.audit(), "meeting"),
                "kept.talk", words(settings.talk().kept(), "meeting"));
    }

    private String words(Duration kept, String otherwise) {
        if (kept.isZero()) {
            return text(otherwise);
        }
        boolean days = kept.toHours() % 24 == 0;
        long number = days ? kept.toDays() : kept.toHours();
        String unit = days ? "day" : "hour";
        return number == 1 ? text(unit) : text(unit + "s").replace("{0}", Long.toString(number));
    }

    private String text(String key) {
        return texts.getString("help.kept." + key);
    }
}
