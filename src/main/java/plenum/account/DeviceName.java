package plenum.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A readable name of a browser, made of its User-Agent, so that its owner recognises it in a list. */
public final class DeviceName {
    /** The order matters: most browsers name those that came before them, too. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"SamsungBrowser", "Samsung Internet"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"FxiOS/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"CriOS/", "Chrome"},
            new String[] {"Safari/", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"CrOS", "ChromeOS"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"Linux", "Linux"});

    private DeviceName() {}

    /** Empty when nothing is known of it. */
    public static String of(@Nullable String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        return (first(BROWSERS, said) + ", " + first(SYSTEMS, said)).replaceAll("^, |, $", "");
    }

    private static String first(List<String[]> known, String said) {
        return known.stream()
                .filter(pair -> said.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }
}
