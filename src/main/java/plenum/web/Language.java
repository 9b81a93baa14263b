package plenum.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages; German first. */
final class Language {
    private static final List<Locale> ALL =
            List.of(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH, Locale.ITALIAN, Locale.of("es"));

    private Language() {}

    static List<Locale> all() {
        return ALL;
    }

    static Optional<Locale> byTag(String tag) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
    }

    /** What the reader chose in this browser, if anything. */
    static Optional<Locale> chosenIn(HttpServletRequest request) {
        return BrowserCookies.read(request, BrowserCookies.LANGUAGE).flatMap(Language::byTag);
    }
}
