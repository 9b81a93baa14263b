package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The appearance of pages: light, dark, or as the device is set. */
final class Appearance {
    private static final String AUTOMATIC = "auto";
    private static final List<String> ALL = List.of(AUTOMATIC, "light", "dark");

    private Appearance() {}

    static List<String> all() {
        return ALL;
    }

    static String of(HttpServletRequest request) {
        return BrowserCookies.read(request, BrowserCookies.THEME)
                .filter(ALL::contains)
                .orElse(AUTOMATIC);
    }
}
