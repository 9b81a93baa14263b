package plenum.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.Identities;
import plenum.policy.Policy;

/** The languages of the pages. German is the default. */
final class Language {
    private static final List<Locale> ALL =
            List.of(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH, Locale.ITALIAN, Locale.of("es"));

    private Language() {}

    static List<Locale> all() {
        return ALL;
    }

    /** The languages that this server offers, by its policy. */
    static List<Locale> offered(Policy policy) {
        return policy.languages();
    }

    /** The language for a reader who wants a given one: that one if it is offered, else the first. */
    static Locale nearest(Locale wanted, List<Locale> offered) {
        return offered.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElseGet(offered::getFirst);
    }

    static Optional<Locale> byTag(String tag) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
    }

    /** The language that was chosen in this browser, if any. */
    static Optional<Locale> chosenIn(HttpServletRequest request) {
        return BrowserCookies.read(request, BrowserCookies.LANGUAGE).flatMap(Language::byTag);
    }

    /** The language of the signed-in account; not read for error pages. */
    static Optional<Locale> ofAccount(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? Optional.empty()
                : CDI.current()
                        .select(Identities.class)
                        .get()
                        .of(request)
                        .known()
                        .map(Account::language)
                        .filter(ALL::contains);
    }
}
