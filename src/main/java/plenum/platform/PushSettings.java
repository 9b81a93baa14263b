package plenum.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads which push services notices may be sent to. */
final class PushSettings {
    /** Those of Chrome and Edge, Firefox, Edge on Windows, and Safari. */
    static final List<String> STANDARD = List.of(
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.services.mozilla.com",
            "*.notify.windows.com",
            "web.push.apple.com",
            "*.push.apple.com");

    private static final String NAME = "PLENUM_PUSH_SERVICES";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+");
    /** For tests: without TLS, on this machine and with a port alone. */
    private static final Pattern HERE = Pattern.compile("http://(localhost|127\\.0\\.0\\.1):[0-9]{1,5}");

    private final Function<String, Optional<String>> value;
    private final List<String> complaints;

    PushSettings(Function<String, Optional<String>> value, List<String> complaints) {
        this.value = value;
        this.complaints = complaints;
    }

    List<String> read() {
        Optional<String> text = value.apply(NAME).map(given -> given.toLowerCase(Locale.ROOT));
        if (text.isEmpty()) {
            return STANDARD;
        }
        List<String> services = text.get().equals("off") ? List.of() : SettingSyntax.list(text.get());
        services.stream()
                .filter(service -> !HOST.matcher(service).matches()
                        && !HERE.matcher(service).matches())
                .forEach(
                        wrong -> complaints.add(
                                NAME + " is \"" + wrong
                                        + "\": write hosts such as fcm.googleapis.com or *.push.apple.com, with commas between, or off."));
        return services;
    }
}
