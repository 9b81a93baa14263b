package plenum.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import plenum.platform.Messages;
import plenum.policy.KeptKind;

/** The retention times of this server as texts: {@code after 30 days}, {@code together with the meeting}. */
final class KeptTexts {
    private final Function<KeptKind, Duration> kept;
    private final ResourceBundle texts;

    KeptTexts(Function<KeptKind, Duration> kept, Locale language) {
        this.kept = kept;
        this.texts = Messages.in(language);
    }

    /** By the names that texts have for them. */
    Map<String, String> all() {
        return Map.of(
                "kept.meetings", words(kept.apply(KeptKind.MEETINGS), "ever"),
                "kept.attendance", words(kept.apply(KeptKind.ATTENDANCE), "meeting"),
                "kept.audit", words(kept.apply(KeptKind.AUDIT), "meeting"),
                "kept.recordings", words(kept.apply(KeptKind.RECORDINGS), "owner"),
                "kept.talk", words(kept.apply(KeptKind.TALK), "meeting"));
    }

    private String words(Duration time, String otherwise) {
        if (time.isZero()) {
            return text(otherwise);
        }
        boolean days = time.toHours() % 24 == 0;
        long number = days ? time.toDays() : time.toHours();
        String unit = days ? "day" : "hour";
        return number == 1 ? text(unit) : text(unit + "s").replace("{0}", Long.toString(number));
    }

    private String text(String key) {
        return texts.getString("help.kept." + key);
    }
}
