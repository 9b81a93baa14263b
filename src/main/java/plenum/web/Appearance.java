package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import plenum.account.Taste;

/** The appearance of pages: light, dark, or as the device is set. */
final class Appearance {
    private static final String AUTOMATIC = "auto";
    private static final List<String> ALL = List.of(AUTOMATIC, "light", "dark");

    private Appearance() {}

    static List<String> all() {
        return ALL;
    }

    /** The one chosen in this browser, else that of the account. */
    static String of(HttpServletRequest request, Optional<Taste> taste) {
        return BrowserCookies.read(request, BrowserCookies.THEME)
                .or(() -> taste.map(Taste::appearance))
                .filter(ALL::contains)
                .orElse(AUTOMATIC);
    }
}
